package io.wirecase.detection.risk;

import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.testing.FlowFixtures;

/**
 * A flow and whether it has a risk.
 *
 * @param risk the risk
 * @param alerts whether it must be found; else the flow is a look-alike that must stay silent
 * @param what the case in words
 */
record RiskCase(FlowRisk risk, boolean alerts, String what, Flow flow) {

    static RiskCase fires(FlowRisk risk, String what, FlowFixtures flow) {
        return new RiskCase(risk, true, what, flow.build());
    }

    static RiskCase fires(FlowRisk risk, String what, Flow flow) {
        return new RiskCase(risk, true, what, flow);
    }

    static RiskCase stays(FlowRisk risk, String what, Flow flow) {
        return new RiskCase(risk, false, what, flow);
    }

    static RiskCase stays(FlowRisk risk, String what, FlowFixtures flow) {
        return new RiskCase(risk, false, what, flow.build());
    }

    @Override
    public String toString() {
        return risk.code() + (alerts ? " fires: " : " stays silent: ") + what;
    }
}
