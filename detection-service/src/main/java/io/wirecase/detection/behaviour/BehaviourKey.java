package io.wirecase.detection.behaviour;

import io.wirecase.core.flow.FlowOrigin;
import io.wirecase.core.net.IpAddress;
import java.time.Duration;

/**
 * Whose digests are folded together.
 *
 * @param site the address space
 * @param kind the detector's kind
 * @param subject whom it concerns
 * @param detail what tells subjects of one address apart; may be empty
 * @param bucket the event-time bucket's number
 * @param revision the capture's revision where the capture is its own site, so that a capture read again is counted
 *     anew; else 0
 */
public record BehaviourKey(String site, String kind, IpAddress subject, String detail, long bucket, int revision) {

    /** The key of a digest of a flow. */
    public static BehaviourKey of(FlowOrigin origin, String kind, Digest<?> digest, Duration bucket) {
        return new BehaviourKey(
                origin.site(),
                kind,
                digest.subject(),
                digest.detail(),
                Math.floorDiv(digest.nanos(), bucket.toNanos()),
                counted(origin));
    }

    /** The same with another detail. */
    public BehaviourKey beside(String another) {
        return new BehaviourKey(site, kind, subject, another, bucket, revision);
    }

    /** The revision flows of an origin are counted under: see {@link #revision()}. */
    public static int counted(FlowOrigin origin) {
        return origin.site().equals(origin.captureId().toString()) ? origin.revision() : 0;
    }

    /** What tells its alert from those of other kinds and details. */
    String alertKind() {
        String base = detail.isEmpty() ? kind : kind + "/" + detail;
        return revision > 1 ? base + "/" + revision : base;
    }
}
