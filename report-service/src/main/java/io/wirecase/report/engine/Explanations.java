package io.wirecase.report.engine;

import io.wirecase.report.hypothesis.Hypothesis;
import io.wirecase.report.hypothesis.NoneOfThese;
import io.wirecase.report.hypothesis.benign.Browsing;
import io.wirecase.report.hypothesis.benign.ConnectivityCheck;
import io.wirecase.report.hypothesis.benign.Misconfiguration;
import io.wirecase.report.hypothesis.benign.Polling;
import io.wirecase.report.hypothesis.benign.UpdateOrTelemetry;
import io.wirecase.report.hypothesis.threat.CommandAndControl;
import io.wirecase.report.hypothesis.threat.ExfiltrationOrTunnel;
import io.wirecase.report.hypothesis.threat.LateralMovement;
import io.wirecase.report.hypothesis.threat.Scan;
import java.util.List;

/** The catalog of explanations: the one place that lists what a pattern can be. Their priors sum to 1. */
public final class Explanations {

    /** All of them, benign first. */
    public static final List<Hypothesis> ALL = List.of(
            new ConnectivityCheck(),
            new UpdateOrTelemetry(),
            new Polling(),
            new Browsing(),
            new Misconfiguration(),
            new CommandAndControl(),
            new Scan(),
            new ExfiltrationOrTunnel(),
            new LateralMovement(),
            new NoneOfThese());

    private Explanations() {}
}
