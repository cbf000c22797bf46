package io.wirecase.detection.risk.tcp;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.FirstPayload;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.TcpFacts;
import io.wirecase.core.flow.UntrustedText;
import io.wirecase.detection.risk.Applications;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.List;
import java.util.Optional;

/**
 * A TCP connection, seen from its start, that is of no protocol known by its bytes or its address, and that looks
 * random from the first byte, as tools do that hide what they are. The test is the one a national firewall was measured
 * to use (Wu et al., "How the Great Firewall of China detects and blocks fully encrypted traffic", USENIX Security
 * 2023).
 */
public final class FullyEncrypted implements FlowRiskDetector {

    /** Bits set in a byte: 4 on average in what is random, so few or many are a sign of a format. */
    private static final double FEW_BITS = 3.4;

    private static final double MANY_BITS = 4.6;

    /** Commands and names begin like this. */
    private static final int WORD = 6;

    private static final int RUN = 20;

    @Override
    public FlowRisk risk() {
        return FlowRisk.FULLY_ENCRYPTED;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        TcpFacts tcp = flow.facts().tcp();
        List<FirstPayload> first = flow.activity().first();
        boolean known = Applications.seen(flow) || flow.application().from() == Application.Found.BY_ADDRESS;
        if (tcp == null || first == null || first.isEmpty() || !greeted(tcp) || known) {
            return Optional.empty();
        }
        FirstPayload payload = first.getFirst();
        return random(payload)
                ? Optional.of(Findings.of(
                        risk(),
                        "Looks random from the first byte",
                        new UntrustedText(payload.bitsPerByte() + " bits set a byte, " + payload.printable() + " of "
                                + payload.bytes() + " bytes printable"),
                        "below " + FEW_BITS + " or above " + MANY_BITS + " bits, more than half printable, or a word"))
                : Optional.empty();
    }

    private static boolean greeted(TcpFacts tcp) {
        return tcp.syn() != null && tcp.synAck() != null;
    }

    private static boolean random(FirstPayload payload) {
        return payload.bitsPerByte() > FEW_BITS
                && payload.bitsPerByte() < MANY_BITS
                && payload.printableStart() < WORD
                && payload.printable() * 2 <= payload.bytes()
                && payload.printableRun() < RUN;
    }
}
