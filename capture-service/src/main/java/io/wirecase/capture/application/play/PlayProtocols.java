package io.wirecase.capture.application.play;

import io.wirecase.capture.application.datagram.DatagramProtocol;
import java.util.List;

/** Games. */
public final class PlayProtocols {

    /** In the order they are tried. */
    public static final List<DatagramProtocol> ALL =
            List.of(DatagramProtocol.service("Photon", Photon::fit, Photon::read));

    private PlayProtocols() {}
}
