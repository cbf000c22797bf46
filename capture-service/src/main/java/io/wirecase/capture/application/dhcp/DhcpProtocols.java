package io.wirecase.capture.application.dhcp;

import io.wirecase.capture.application.datagram.DatagramProtocol;
import java.util.List;

/** DHCP for both versions of IP. */
public final class DhcpProtocols {

    /** In the order they are tried. */
    public static final List<DatagramProtocol> ALL = List.of(
            new DatagramProtocol("DHCP", Dhcp4::fit, context -> new Dhcp4()),
            new DatagramProtocol("DHCPV6", Dhcp6::fit, context -> new Dhcp6()));

    private DhcpProtocols() {}
}
