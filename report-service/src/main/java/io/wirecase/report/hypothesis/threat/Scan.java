package io.wirecase.report.hypothesis.threat;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.EvidenceKind;
import io.wirecase.report.hypothesis.Hypothesis;
import java.util.EnumMap;
import java.util.Map;

/** Somebody tries many targets to learn which answer. */
public final class Scan implements Hypothesis {

    private static final Map<EvidenceKind, Double> LIKELIHOODS = likelihoodTable();

    @Override
    public String id() {
        return "scan";
    }

    @Override
    public String title() {
        return "a scan or reconnaissance";
    }

    @Override
    public Disposition disposition() {
        return Disposition.MALICIOUS;
    }

    @Override
    public double prior() {
        return 0.04;
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
        table.put(EvidenceKind.UNIDENTIFIED_AUTOMATION, -1.0);
        table.put(EvidenceKind.NAMED, -2.5);
        table.put(EvidenceKind.NEVER_NAMED, 1.5);
        table.put(EvidenceKind.PERIODIC, -1.0);
        table.put(EvidenceKind.BURSTS, 0.3);
        table.put(EvidenceKind.RETRY, -0.3);
        table.put(EvidenceKind.UPLOAD_HEAVY, -2.0);
        table.put(EvidenceKind.DOWNLOAD_HEAVY, -2.0);
        table.put(EvidenceKind.ANSWERED, -2.5);
        table.put(EvidenceKind.FAILED_RETRIES, -0.5);
        table.put(EvidenceKind.MANY_TARGETS_FAILED, 4.6);
        table.put(EvidenceKind.ADMIN_PORT, 0.5);
        table.put(EvidenceKind.LONG_KNOWN, -1.0);
        table.put(EvidenceKind.GROUP_DESTINATION, -1.5);
        table.put(EvidenceKind.BROWSER_USER_AGENT, -1.0);
        table.put(EvidenceKind.ATTACK_CONTENT, 0.7);
        table.put(EvidenceKind.OPENED_EMPTY, 1.2);
        return table;
    }
}
