package io.wirecase.capture.application;

import io.wirecase.capture.application.datagram.DatagramProtocol;
import io.wirecase.capture.application.dhcp.DhcpProtocols;
import io.wirecase.capture.application.directory.KerberosDatagrams;
import io.wirecase.capture.application.infra.InfraProtocols;
import io.wirecase.capture.application.lookup.LookupProtocols;
import io.wirecase.capture.application.peer.PeerProtocols;
import io.wirecase.capture.application.play.PlayProtocols;
import io.wirecase.capture.application.quic.QuicProtocol;
import io.wirecase.capture.application.voip.VoipProtocols;
import io.wirecase.capture.application.vpn.VpnProtocols;
import java.util.List;
import java.util.stream.Stream;

/** The protocols over UDP that are decoded, in the order they are tried; the commonest first. */
final class DatagramCatalog {

    static final List<DatagramProtocol> ALL = Stream.of(
                    LookupProtocols.ALL,
                    List.of(QuicProtocol.PROTOCOL, KerberosDatagrams.PROTOCOL),
                    DhcpProtocols.ALL,
                    VoipProtocols.ALL,
                    InfraProtocols.ALL,
                    VpnProtocols.ALL,
                    PeerProtocols.ALL,
                    PlayProtocols.ALL)
            .flatMap(List::stream)
            .toList();

    private DatagramCatalog() {}
}
