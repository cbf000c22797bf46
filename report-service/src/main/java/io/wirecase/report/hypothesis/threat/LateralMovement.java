package io.wirecase.report.hypothesis.threat;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.EvidenceKind;
import io.wirecase.report.hypothesis.Hypothesis;
import java.util.EnumMap;
import java.util.Map;

/** Somebody inside moves from host to host, by guessing or by stolen credentials. */
public final class LateralMovement implements Hypothesis {

    private static final Map<EvidenceKind, Double> LIKELIHOODS = likelihoodTable();

    @Override
    public String id() {
        return "lateral_movement";
    }

    @Override
    public String title() {
        return "lateral movement or brute force";
    }

    @Override
    public Disposition disposition() {
        return Disposition.MALICIOUS;
    }

    @Override
    public double prior() {
        return 0.02;
    }

    @Override
    public Map<EvidenceKind, Double> likelihoods() {
        return LIKELIHOODS;
    }

    private static Map<EvidenceKind, Double> likelihoodTable() {
        Map<EvidenceKind, Double> table = new EnumMap<>(EvidenceKind.class);
        table.put(EvidenceKind.EXCHANGE_WHOLE, -3.0);
        table.put(EvidenceKind.EXCHANGE_WHOLE_FEW, -2.0);
        table.put(EvidenceKind.EXCHANGE_BROKEN, -1.0);
        table.put(EvidenceKind.UNIDENTIFIED_AUTOMATION, -0.5);
        table.put(EvidenceKind.NAMED, -1.0);
        table.put(EvidenceKind.NEVER_NAMED, 0.5);
        table.put(EvidenceKind.PERIODIC, -1.0);
        table.put(EvidenceKind.RETRY, 0.3);
        table.put(EvidenceKind.FIXED_SIZE, -0.3);
        table.put(EvidenceKind.UPLOAD_HEAVY, 0.3);
        table.put(EvidenceKind.DOWNLOAD_HEAVY, -0.5);
        table.put(EvidenceKind.FAILED_ONCE, -1.0);
        table.put(EvidenceKind.PARTLY_FAILED, 0.3);
        table.put(EvidenceKind.MANY_TARGETS_FAILED, 0.5);
        table.put(EvidenceKind.SHARED_PEER, -0.3);
        table.put(EvidenceKind.INTERNAL_PEER, 0.7);
        table.put(EvidenceKind.ADMIN_PORT, 1.4);
        table.put(EvidenceKind.LONG_KNOWN, -0.7);
        table.put(EvidenceKind.GROUP_DESTINATION, -2.0);
        table.put(EvidenceKind.BROWSER_USER_AGENT, -0.7);
        table.put(EvidenceKind.ATTACK_CONTENT, 2.3);
        table.put(EvidenceKind.ODD_PORT, 0.2);
        table.put(EvidenceKind.OPENED_EMPTY, 0.3);
        return table;
    }
}
