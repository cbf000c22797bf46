package io.wirecase.capture.application.vpn;

import io.wirecase.capture.application.datagram.DatagramProtocol;
import java.util.List;

/** Tunnels that encrypt. */
public final class VpnProtocols {

    /** In the order they are tried. */
    public static final List<DatagramProtocol> ALL = List.of(
            DatagramProtocol.service("IPSec", Ike::fit, Ike::read),
            new DatagramProtocol("IPSec", EspDatagrams::fit, context -> new EspDatagrams()),
            DatagramProtocol.service("Tailscale", WireGuard::tailscale, WireGuard::read),
            DatagramProtocol.service("WireGuard", WireGuard::fit, WireGuard::read),
            new DatagramProtocol("OpenVPN", OpenVpn::fit, context -> new OpenVpn()));

    private VpnProtocols() {}
}
