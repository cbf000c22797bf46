package io.wirecase.detection.testing;

import io.wirecase.core.fact.SynFacts;
import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.net.Party;
import org.jspecify.annotations.Nullable;

/** TCP facts of connections. */
final class Connections {

    private Connections() {}

    static TcpFacts tcp(String state, int sentFlags, int answeredFlags, @Nullable Integer odd, @Nullable Party reset) {
        boolean opened = (sentFlags & TcpFacts.SYN) != 0;
        boolean accepted = (answeredFlags & 0x12) == 0x12;
        SynFacts syn = new SynFacts(64_240, 64, 1_460, 7, "mss,sok,ts,nop,ws");
        Long handshake = opened && accepted && (sentFlags & TcpFacts.ACK) != 0 ? 20_000_000L : null;
        return new TcpFacts(
                state,
                "",
                sentFlags,
                answeredFlags,
                opened ? TcpFacts.SYN : TcpFacts.ACK,
                odd,
                opened ? syn : null,
                accepted ? syn : null,
                handshake,
                0,
                0,
                reset);
    }
}
