package io.wirecase.report.hypothesis.benign;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.EvidenceKind;
import io.wirecase.report.hypothesis.Hypothesis;
import java.util.EnumMap;
import java.util.Map;

/** Something keeps trying a service that is gone, moved or closed. */
public final class Misconfiguration implements Hypothesis {

    private static final Map<EvidenceKind, Double> LIKELIHOODS = likelihoodTable();

    @Override
    public String id() {
        return "misconfiguration";
    }

    @Override
    public String title() {
        return "a misconfiguration that retries";
    }

    @Override
    public Disposition disposition() {
        return Disposition.BENIGN;
    }

    @Override
    public double prior() {
        return 0.12;
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
        table.put(EvidenceKind.PERIODIC, 0.7);
        table.put(EvidenceKind.RETRY, 1.6);
        table.put(EvidenceKind.APERIODIC, -0.3);
        table.put(EvidenceKind.FIXED_SIZE, 0.3);
        table.put(EvidenceKind.UPLOAD_HEAVY, -3.0);
        table.put(EvidenceKind.DOWNLOAD_HEAVY, -3.0);
        table.put(EvidenceKind.ANSWERED, -3.5);
        table.put(EvidenceKind.FAILED_ONCE, 1.5);
        table.put(EvidenceKind.FAILED_RETRIES, 3.0);
        table.put(EvidenceKind.PARTLY_FAILED, 0.7);
        table.put(EvidenceKind.MANY_TARGETS_FAILED, -2.0);
        table.put(EvidenceKind.SHARED_PEER, 0.3);
        table.put(EvidenceKind.INTERNAL_PEER, 0.3);
        table.put(EvidenceKind.LONG_KNOWN, 0.3);
        table.put(EvidenceKind.GROUP_DESTINATION, -0.5);
        table.put(EvidenceKind.ATTACK_CONTENT, -2.0);
        table.put(EvidenceKind.ODD_PORT, 0.3);
        table.put(EvidenceKind.OPENED_EMPTY, -0.3);
        return table;
    }
}
