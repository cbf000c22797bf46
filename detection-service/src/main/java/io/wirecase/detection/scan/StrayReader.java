package io.wirecase.detection.scan;

import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.measure.Contact.Outcome;
import java.util.Optional;

/**
 * Reads a TCP flow without a SYN as a probe. Most such flows are none: a capture begins in the middle of connections,
 * idle ones outlive the flow table, pools are closed late and neighbours are asked whether they are still there. What
 * is taken are single packets that nothing was said to, or a reset.
 */
final class StrayReader {

    private static final int FLAGS =
            TcpFacts.FIN | TcpFacts.SYN | TcpFacts.RST | TcpFacts.PSH | TcpFacts.ACK | TcpFacts.URG;
    private static final int NULL = 0;
    private static final int XMAS = TcpFacts.FIN | TcpFacts.PSH | TcpFacts.URG;
    private static final int MAIMON = TcpFacts.FIN | TcpFacts.ACK;

    /** A probe and two repeats of it; what goes on longer is a connection. */
    private static final int MOST_PACKETS = 3;

    /** Below this a port belongs to a service; its late answers are no probes. */
    private static final int FIRST_CLIENT_PORT = 1_024;

    /** From here on ports belong to clients (Linux from 32768, IANA from 49152): a late answer goes there. */
    private static final int FIRST_EPHEMERAL_PORT = 32_768;

    private StrayReader() {}

    /** How a target was probed, and what came of it. */
    record Stray(ScanFamily family, ScanTechnique technique, Outcome outcome) {}

    static Optional<Stray> read(Flow flow, TcpFacts tcp) {
        int sent = tcp.firstFlags() & FLAGS;
        int answered = tcp.responderFlags() & FLAGS;
        boolean refused = (answered & TcpFacts.RST) != 0;
        boolean single = flow.traffic().originator().packets() <= MOST_PACKETS
                && (tcp.originatorFlags() & FLAGS) == sent
                && flow.traffic().total().payloadBytes() == 0
                && (answered == 0 || refused && (answered & ~(TcpFacts.RST | TcpFacts.ACK)) == 0);
        if (!single) {
            return Optional.empty();
        }
        Outcome outcome = refused ? Outcome.REFUSED : Outcome.SILENT;
        return switch (sent) {
            case NULL -> Optional.of(new Stray(ScanFamily.FLAGS, ScanTechnique.NULL, outcome));
            case TcpFacts.FIN -> Optional.of(new Stray(ScanFamily.FLAGS, ScanTechnique.FIN, outcome));
            case XMAS -> Optional.of(new Stray(ScanFamily.FLAGS, ScanTechnique.XMAS, outcome));
            case TcpFacts.ACK -> client(flow, new Stray(ScanFamily.STRAY, ScanTechnique.ACK, outcome));
            case MAIMON -> client(flow, new Stray(ScanFamily.STRAY, ScanTechnique.MAIMON, outcome));
            default -> Optional.empty();
        };
    }

    private static Optional<Stray> client(Flow flow, Stray stray) {
        Integer from = flow.key().originator().port();
        Integer to = flow.key().responder().port();
        boolean towardsAService = from != null && to != null && from >= FIRST_CLIENT_PORT && to < FIRST_EPHEMERAL_PORT;
        return towardsAService ? Optional.of(stray) : Optional.empty();
    }
}
