package io.wirecase.detection.risk.tcp;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.flow.Counts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.Applications;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Optional;

/**
 * A connection that was turned away, or a packet no TCP sends (RFC 9293 section 3.10.7). A flow whose messages were
 * parsed had its conversation, so how it ended is no issue.
 */
public final class TcpIssues implements FlowRiskDetector {

    private static final int XMAS = TcpFacts.FIN | TcpFacts.PSH | TcpFacts.URG;
    private static final int LAST_SYSTEM_PORT = 1023;
    private static final String HANDSHAKE = "a handshake";

    @Override
    public FlowRisk risk() {
        return FlowRisk.TCP_ISSUES;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        TcpFacts tcp = flow.facts().tcp();
        if (tcp == null) {
            return Optional.empty();
        }
        Integer odd = tcp.oddFlags();
        if (odd != null) {
            return oddFlags(odd);
        }
        return Applications.decoded(flow) ? Optional.empty() : refused(flow, tcp, context);
    }

    private Optional<Finding> oddFlags(int flags) {
        return switch (flags) {
            case 0 -> found("TCP NULL scan", "no flags", HANDSHAKE);
            case XMAS -> found("TCP XMAS scan", "FIN+PSH+URG", HANDSHAKE);
            case TcpFacts.FIN -> found("TCP FIN scan", "FIN", HANDSHAKE);
            default -> Optional.empty();
        };
    }

    private Optional<Finding> refused(Flow flow, TcpFacts tcp, DetectionContext context) {
        boolean silent = flow.traffic().total().payloadBytes() == 0;
        boolean asked = (tcp.originatorFlags() & TcpFacts.SYN) != 0;
        boolean responderReset = (tcp.responderFlags() & TcpFacts.RST) != 0;
        if (asked && responderReset && silent) {
            return found("Connection refused by the server", tcp.state(), "an accepted connection");
        }
        if (asked && (tcp.originatorFlags() & TcpFacts.RST) != 0 && silent) {
            return found("Connection refused by the client", tcp.state(), "a connection that is used");
        }
        boolean turned = context.ndpiCompatible() && begunByServer(flow, tcp);
        int serverFlags = turned ? tcp.originatorFlags() : tcp.responderFlags();
        Counts server = turned ? flow.traffic().originator() : flow.traffic().responder();
        if ((serverFlags & TcpFacts.RST) != 0 && server.packets() == 1) {
            return found("TCP probing attempt", tcp.state(), "an answer other than a reset");
        }
        return Optional.empty();
    }

    /**
     * Whether the first packet seen came from the server: an answer to a SYN, or one from a port of servers to one of
     * clients (RFC 6335). nDPI takes a stray reset of a server for the answer to a probe.
     */
    private static boolean begunByServer(Flow flow, TcpFacts tcp) {
        Integer from = flow.key().originator().port();
        Integer to = flow.key().responder().port();
        boolean ports = from != null && to != null && from <= LAST_SYSTEM_PORT && to > LAST_SYSTEM_PORT;
        return tcp.history().startsWith("^") || (tcp.firstFlags() & TcpFacts.SYN) == 0 && ports;
    }

    private Optional<Finding> found(String description, String observed, String limit) {
        return Optional.of(Findings.of(risk(), description, new UntrustedText(observed), limit));
    }
}
