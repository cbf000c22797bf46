package io.wirecase.capture.application.voip;

import io.wirecase.capture.application.datagram.DatagramProtocol;
import java.util.List;

/** Protocols of calls. */
public final class VoipProtocols {

    /** In the order they are tried. */
    public static final List<DatagramProtocol> ALL = List.of(
            new DatagramProtocol("STUN", Stun::fit, Stun::new),
            new DatagramProtocol("SIP", Sip::fit, Sip::new),
            DatagramProtocol.service("RTCP", Rtcp::fit, Rtcp::read),
            new DatagramProtocol("RTP", Rtp::fit, context -> new Rtp()));

    private VoipProtocols() {}
}
