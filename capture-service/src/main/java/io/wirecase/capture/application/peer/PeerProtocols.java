package io.wirecase.capture.application.peer;

import io.wirecase.capture.application.datagram.DatagramProtocol;
import java.util.List;

/** Hosts that talk to hosts without a server between. */
public final class PeerProtocols {

    /** In the order they are tried. */
    public static final List<DatagramProtocol> ALL = List.of(
            DatagramProtocol.service("BitTorrent", HashTable::fit, HashTable::read),
            DatagramProtocol.service("BitTorrent", Tracker::fit, Tracker::read),
            new DatagramProtocol("BitTorrent", MicroTransport::fit, context -> new MicroTransport()));

    private PeerProtocols() {}
}
