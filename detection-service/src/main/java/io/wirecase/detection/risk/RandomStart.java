package io.wirecase.detection.risk;

import io.wirecase.core.fact.FirstPayload;
import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.flow.Flow;
import java.util.List;

/**
 * Whether a TCP connection, seen from its start, looks random from its first byte. The test is the one a national
 * firewall was measured to use (Wu et al., "How the Great Firewall of China detects and blocks fully encrypted
 * traffic", USENIX Security 2023).
 */
public final class RandomStart {

    /** Bits set in a byte: 4 on average in what is random, so few or many are a sign of a format. */
    public static final double FEW_BITS = 3.4;

    /** As many bits or more are a sign of a format too. */
    public static final double MANY_BITS = 4.6;

    /** Commands and names begin like this. */
    private static final int WORD = 6;

    private static final int RUN = 20;

    private RandomStart() {}

    /** Whether both sides greeted each other and the first payload passes the test. */
    public static boolean of(Flow flow) {
        TcpFacts tcp = flow.facts().tcp();
        List<FirstPayload> first = flow.activity().first();
        boolean greeted = tcp != null && tcp.syn() != null && tcp.synAck() != null;
        return greeted && first != null && !first.isEmpty() && random(first.getFirst());
    }

    private static boolean random(FirstPayload payload) {
        return payload.bitsPerByte() > FEW_BITS
                && payload.bitsPerByte() < MANY_BITS
                && payload.printableStart() < WORD
                && payload.printable() * 2 <= payload.bytes()
                && payload.printableRun() < RUN;
    }
}
