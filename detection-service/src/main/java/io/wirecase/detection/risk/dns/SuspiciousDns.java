package io.wirecase.detection.risk.dns;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.Applications;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import io.wirecase.detection.risk.HostNames;
import java.util.BitSet;
import java.util.Optional;

/** An answer of a record type that is obsolete or was never more than an experiment, or a very long first label. */
public final class SuspiciousDns implements FlowRiskDetector {

    static final int LONGEST_LABEL = 48;

    /** From the IANA registry of DNS resource record types: obsolete, experimental, or not for answers on the wire. */
    private static final int[][] ODD_RANGES = {
        {3, 4},
        {7, 11},
        {13, 14},
        {17, 17},
        {19, 27},
        {30, 32},
        {34, 34},
        {38, 38},
        {40, 40},
        {42, 42},
        {56, 58},
        {99, 107},
        {253, 254},
        {259, 259}
    };

    private static final BitSet ODD_TYPES = oddTypes();

    @Override
    public FlowRisk risk() {
        return FlowRisk.DNS_SUSPICIOUS_TRAFFIC;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        for (DnsFacts.Transaction transaction : Transactions.of(flow, context)) {
            for (DnsFacts.Answer answer : transaction.answers()) {
                if (answer.type() >= 0 && ODD_TYPES.get(answer.type())) {
                    return Optional.of(Findings.of(
                            risk(),
                            "Answer of an obsolete record type",
                            new UntrustedText(Integer.toString(answer.type())),
                            "a record type in use"));
                }
            }
        }
        return longLabel(flow);
    }

    private Optional<Finding> longLabel(Flow flow) {
        if (Applications.multicastNames(flow)) {
            return Optional.empty();
        }
        return HostNames.dns(flow).stream()
                .filter(name -> !HostNames.reverse(name.raw()))
                .filter(name -> firstLabel(name.raw()) > LONGEST_LABEL)
                .findFirst()
                .map(name -> Findings.of(
                        risk(), "Name with a very long first label", name, "at most " + LONGEST_LABEL + " characters"));
    }

    private static int firstLabel(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name.length() : dot;
    }

    private static BitSet oddTypes() {
        BitSet types = new BitSet();
        for (int[] range : ODD_RANGES) {
            types.set(range[0], range[1] + 1);
        }
        return types;
    }
}
