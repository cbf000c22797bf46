package io.wirecase.report.engine;

import io.wirecase.report.hypothesis.Hypothesis;
import io.wirecase.report.hypothesis.NoneOfThese;
import io.wirecase.report.hypothesis.benign.ApprovedScanner;
import io.wirecase.report.hypothesis.benign.BackupOrSync;
import io.wirecase.report.hypothesis.benign.Browsing;
import io.wirecase.report.hypothesis.benign.ConfiguredProxy;
import io.wirecase.report.hypothesis.benign.ConnectivityCheck;
import io.wirecase.report.hypothesis.benign.ContentDownload;
import io.wirecase.report.hypothesis.benign.LocalDiscovery;
import io.wirecase.report.hypothesis.benign.Misconfiguration;
import io.wirecase.report.hypothesis.benign.NetworkChange;
import io.wirecase.report.hypothesis.benign.PeerToPeer;
import io.wirecase.report.hypothesis.benign.Polling;
import io.wirecase.report.hypothesis.benign.PushChannel;
import io.wirecase.report.hypothesis.benign.UpdateOrTelemetry;
import io.wirecase.report.hypothesis.threat.BruteForce;
import io.wirecase.report.hypothesis.threat.CommandAndControl;
import io.wirecase.report.hypothesis.threat.Exfiltration;
import io.wirecase.report.hypothesis.threat.Exploitation;
import io.wirecase.report.hypothesis.threat.Flood;
import io.wirecase.report.hypothesis.threat.LateralMovement;
import io.wirecase.report.hypothesis.threat.Mining;
import io.wirecase.report.hypothesis.threat.Scan;
import io.wirecase.report.hypothesis.threat.Spoofing;
import io.wirecase.report.hypothesis.threat.Tunnel;
import java.util.List;

/** The catalog of explanations: the one place that lists what a pattern can be. Their priors sum to 1. */
public final class Explanations {

    /** All of them, benign first. */
    public static final List<Hypothesis> ALL = List.of(
            ConnectivityCheck.EXPLANATION,
            UpdateOrTelemetry.EXPLANATION,
            ContentDownload.EXPLANATION,
            PushChannel.EXPLANATION,
            Polling.EXPLANATION,
            LocalDiscovery.EXPLANATION,
            BackupOrSync.EXPLANATION,
            Browsing.EXPLANATION,
            Misconfiguration.EXPLANATION,
            PeerToPeer.EXPLANATION,
            ApprovedScanner.EXPLANATION,
            ConfiguredProxy.EXPLANATION,
            NetworkChange.EXPLANATION,
            CommandAndControl.EXPLANATION,
            Scan.EXPLANATION,
            LateralMovement.EXPLANATION,
            Exfiltration.EXPLANATION,
            Tunnel.EXPLANATION,
            BruteForce.EXPLANATION,
            Mining.EXPLANATION,
            Flood.EXPLANATION,
            Spoofing.EXPLANATION,
            Exploitation.EXPLANATION,
            new NoneOfThese());

    private Explanations() {}
}
