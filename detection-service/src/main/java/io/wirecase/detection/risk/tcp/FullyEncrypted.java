package io.wirecase.detection.risk.tcp;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.FirstPayload;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.Applications;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import io.wirecase.detection.risk.RandomStart;
import java.util.List;
import java.util.Optional;

/**
 * A TCP connection that is of no protocol known by its bytes or its address, and that looks random from the first byte,
 * as tools do that hide what they are: see {@link RandomStart}.
 */
public final class FullyEncrypted implements FlowRiskDetector {

    @Override
    public FlowRisk risk() {
        return FlowRisk.FULLY_ENCRYPTED;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        List<FirstPayload> first = flow.activity().first();
        boolean known = Applications.seen(flow) || flow.application().from() == Application.Found.BY_ADDRESS;
        if (first == null || known || !RandomStart.of(flow)) {
            return Optional.empty();
        }
        FirstPayload payload = first.getFirst();
        return Optional.of(Findings.of(
                risk(),
                "Looks random from the first byte",
                new UntrustedText(payload.bitsPerByte() + " bits set a byte, " + payload.printable() + " of "
                        + payload.bytes() + " bytes printable"),
                "below " + RandomStart.FEW_BITS + " or above " + RandomStart.MANY_BITS
                        + " bits, more than half printable, or a word"));
    }
}
