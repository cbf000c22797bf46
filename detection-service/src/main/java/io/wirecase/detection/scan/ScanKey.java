package io.wirecase.detection.scan;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.FlowOrigin;
import io.wirecase.core.net.IpAddress;

/**
 * Whose contacts are folded together.
 *
 * @param site the address space
 * @param originator who made the contacts
 * @param family the kind of contact
 * @param bucket the event-time bucket's number
 * @param revision the capture's revision where the capture is its own site, so that a capture read again is counted
 *     anew; else 0
 */
public record ScanKey(String site, IpAddress originator, ScanFamily family, long bucket, int revision) {

    /** The key of a flow's contact. */
    public static ScanKey of(Flow flow, ScanFamily family, ScanSettings settings) {
        FlowOrigin origin = flow.origin();
        return new ScanKey(
                origin.site(),
                flow.originator(),
                family,
                settings.bucketOf(flow.span().startNanos()),
                ownSite(origin) ? origin.revision() : 0);
    }

    private static boolean ownSite(FlowOrigin origin) {
        return origin.site().equals(origin.captureId().toString());
    }

    /** The same originator's key of another kind and bucket. */
    public ScanKey of(ScanFamily another, long itsBucket) {
        return new ScanKey(site, originator, another, itsBucket, revision);
    }

    /** What tells its alerts from those of other families, stable while the shape of the scan changes. */
    String alertFamily() {
        return revision > 1 ? "scan/" + family.id() + "/" + revision : "scan/" + family.id();
    }
}
