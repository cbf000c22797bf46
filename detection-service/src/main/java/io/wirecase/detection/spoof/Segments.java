package io.wirecase.detection.spoof;

import io.wirecase.core.flow.FlowKey;
import io.wirecase.core.net.IpAddress;
import java.util.stream.Collectors;

/** A link of a site: what its hosts share. As a subject it goes by the address of all of them. */
final class Segments {

    static final IpAddress ALL_V4 = IpAddress.v4(-1);

    /** All nodes of a link (RFC 4291). */
    static final IpAddress ALL_V6 = IpAddress.v6(0xFF02_0000_0000_0000L, 1);

    private Segments() {}

    /** What tells the links of a site apart; empty where nothing does. */
    static String of(FlowKey key) {
        String vlans = key.vlans().stream().map(String::valueOf).collect(Collectors.joining("."));
        String tunnel = key.tunnel();
        return tunnel == null ? vlans : vlans + "@" + tunnel;
    }
}
