package io.wirecase.report.input;

import io.wirecase.core.net.UntrustedText;
import java.util.List;

/**
 * What a host's stored flows show of it.
 *
 * @param flows flows it took part in
 * @param dnsFlows DNS flows it originated: 0 means that the capture cannot show what it resolved
 * @param names names it asked for (DNS join, Host, SNI), distinct, in text order, at most {@link #MAX_NAMES}
 * @param userAgents User-Agent values it sent, distinct, in text order, at most {@link #MAX_NAMES}
 */
public record HostFacts(long flows, long dnsFlows, List<UntrustedText> names, List<UntrustedText> userAgents) {

    /** The most names and the most User-Agent values kept. */
    public static final int MAX_NAMES = 50;

    /** Keeps its own copies of the lists. */
    public HostFacts {
        names = List.copyOf(names);
        userAgents = List.copyOf(userAgents);
    }
}
