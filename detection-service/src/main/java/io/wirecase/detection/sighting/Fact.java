package io.wirecase.detection.sighting;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Sighting;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.core.wire.Ids;

/**
 * Something a flow tells of a host.
 *
 * @param site the address space
 * @param host the host
 * @param kind what kind of fact it is
 * @param value the fact, cut to {@link #LONGEST} characters
 */
public record Fact(String site, IpAddress host, Sighting.Kind kind, String value) {

    /** The longest value. */
    public static final int LONGEST = 256;

    /** Cuts what is too long. */
    public Fact {
        value = value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }

    /** The fact as it is told. @param flow the flow that shows it */
    public Sighting in(Flow flow) {
        return new Sighting(
                Ids.sighting(site, host, kind.name(), value),
                site,
                host,
                kind,
                new UntrustedText(value),
                flow.span().startNanos(),
                flow.origin().captureId(),
                flow.origin().revision(),
                flow.id());
    }
}
