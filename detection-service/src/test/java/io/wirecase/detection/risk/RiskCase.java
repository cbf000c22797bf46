package io.wirecase.detection.risk;

import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.testing.FlowFixtures;
import java.util.List;

/**
 * A flow and whether it has a risk.
 *
 * @param risk the risk
 * @param alerts whether it must be found; else the flow is a look-alike that must stay silent
 * @param what the case in words
 * @param ndpi whether risks are judged as nDPI does
 */
record RiskCase(FlowRisk risk, boolean alerts, String what, Flow flow, boolean ndpi) {

    static RiskCase fires(FlowRisk risk, String what, FlowFixtures flow) {
        return new RiskCase(risk, true, what, flow.build(), false);
    }

    static RiskCase fires(FlowRisk risk, String what, Flow flow) {
        return new RiskCase(risk, true, what, flow, false);
    }

    static RiskCase stays(FlowRisk risk, String what, Flow flow) {
        return new RiskCase(risk, false, what, flow, false);
    }

    static RiskCase stays(FlowRisk risk, String what, FlowFixtures flow) {
        return new RiskCase(risk, false, what, flow.build(), false);
    }

    /** A flow that nDPI judges otherwise than we do: two cases. */
    static List<RiskCase> differs(FlowRisk risk, boolean alerts, String what, FlowFixtures flow) {
        return List.of(
                new RiskCase(risk, alerts, what, flow.build(), false),
                new RiskCase(risk, !alerts, what, flow.build(), true));
    }

    @Override
    public String toString() {
        return (ndpi ? "as nDPI, " : "") + risk.code() + (alerts ? " fires: " : " stays silent: ") + what;
    }
}
