package io.wirecase.report.hypothesis.benign;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.EvidenceKind;
import io.wirecase.report.hypothesis.Hypothesis;
import java.util.EnumMap;
import java.util.Map;

/** Something asks or announces at intervals so that both ends know of each other. */
public final class Polling implements Hypothesis {

    private static final Map<EvidenceKind, Double> LIKELIHOODS = likelihoodTable();

    @Override
    public String id() {
        return "polling";
    }

    @Override
    public String title() {
        return "monitoring, discovery or keep-alive polling";
    }

    @Override
    public Disposition disposition() {
        return Disposition.BENIGN;
    }

    @Override
    public double prior() {
        return 0.16;
    }

    @Override
    public Map<EvidenceKind, Double> likelihoods() {
        return LIKELIHOODS;
    }

    private static Map<EvidenceKind, Double> likelihoodTable() {
        Map<EvidenceKind, Double> table = new EnumMap<>(EvidenceKind.class);
        table.put(EvidenceKind.EXCHANGE_WHOLE, -1.5);
        table.put(EvidenceKind.EXCHANGE_WHOLE_FEW, -1.0);
        table.put(EvidenceKind.EXCHANGE_BROKEN, -1.5);
        table.put(EvidenceKind.UNIDENTIFIED_AUTOMATION, -0.7);
        table.put(EvidenceKind.NEVER_NAMED, -0.3);
        table.put(EvidenceKind.PERIODIC, 1.6);
        table.put(EvidenceKind.BURSTS, -1.5);
        table.put(EvidenceKind.RETRY, -0.5);
        table.put(EvidenceKind.APERIODIC, -2.0);
        table.put(EvidenceKind.FIXED_SIZE, 0.8);
        table.put(EvidenceKind.UPLOAD_HEAVY, -1.0);
        table.put(EvidenceKind.DOWNLOAD_HEAVY, -1.0);
        table.put(EvidenceKind.ANSWERED, 0.3);
        table.put(EvidenceKind.FAILED_ONCE, -0.5);
        table.put(EvidenceKind.FAILED_RETRIES, -1.0);
        table.put(EvidenceKind.MANY_TARGETS_FAILED, -2.5);
        table.put(EvidenceKind.SHARED_PEER, 0.7);
        table.put(EvidenceKind.ONLY_HOST, -0.3);
        table.put(EvidenceKind.INTERNAL_PEER, 0.7);
        table.put(EvidenceKind.ADMIN_PORT, 0.3);
        table.put(EvidenceKind.LONG_KNOWN, 0.9);
        table.put(EvidenceKind.GROUP_DESTINATION, 2.3);
        table.put(EvidenceKind.NO_USER_AGENT, 0.2);
        table.put(EvidenceKind.EMPTY_REPLIES, 0.3);
        table.put(EvidenceKind.BROWSER_USER_AGENT, -1.5);
        table.put(EvidenceKind.NAMED_SOFTWARE, 0.8);
        table.put(EvidenceKind.ATTACK_CONTENT, -3.0);
        table.put(EvidenceKind.ODD_PORT, 0.3);
        return table;
    }
}
