package io.wirecase.report.hypothesis.benign;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.EvidenceKind;
import io.wirecase.report.hypothesis.Hypothesis;
import java.util.EnumMap;
import java.util.Map;

/** An operating system asks a fixed address over plain HTTP whether it is online or behind a portal. */
public final class ConnectivityCheck implements Hypothesis {

    private static final Map<EvidenceKind, Double> LIKELIHOODS = likelihoodTable();

    @Override
    public String id() {
        return "connectivity_check";
    }

    @Override
    public String title() {
        return "an operating system's connectivity check";
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
        table.put(EvidenceKind.EXCHANGE_WHOLE, 4.6);
        table.put(EvidenceKind.EXCHANGE_WHOLE_FEW, 3.0);
        table.put(EvidenceKind.EXCHANGE_BROKEN, -4.6);
        table.put(EvidenceKind.EXCHANGE_SOME_BROKEN, -1.5);
        table.put(EvidenceKind.EXCHANGE_UNKNOWN, -3.5);
        table.put(EvidenceKind.OTHER_PROTOCOL, -3.5);
        table.put(EvidenceKind.UNIDENTIFIED_AUTOMATION, -1.0);
        table.put(EvidenceKind.NAMED, 0.3);
        table.put(EvidenceKind.NEVER_NAMED, -3.0);
        table.put(EvidenceKind.PERIODIC, 1.2);
        table.put(EvidenceKind.BURSTS, -1.0);
        table.put(EvidenceKind.RETRY, 0.3);
        table.put(EvidenceKind.APERIODIC, -1.0);
        table.put(EvidenceKind.FIXED_SIZE, 0.7);
        table.put(EvidenceKind.UPLOAD_HEAVY, -3.0);
        table.put(EvidenceKind.DOWNLOAD_HEAVY, -2.0);
        table.put(EvidenceKind.ANSWERED, 0.3);
        table.put(EvidenceKind.FAILED_ONCE, -0.5);
        table.put(EvidenceKind.FAILED_RETRIES, -1.0);
        table.put(EvidenceKind.PARTLY_FAILED, -0.5);
        table.put(EvidenceKind.MANY_TARGETS_FAILED, -4.6);
        table.put(EvidenceKind.SHARED_PEER, 0.5);
        table.put(EvidenceKind.ONLY_HOST, -1.0);
        table.put(EvidenceKind.INTERNAL_PEER, -4.0);
        table.put(EvidenceKind.ADMIN_PORT, -4.6);
        table.put(EvidenceKind.LONG_KNOWN, 0.7);
        table.put(EvidenceKind.GROUP_DESTINATION, -3.0);
        table.put(EvidenceKind.NO_USER_AGENT, 0.9);
        table.put(EvidenceKind.EMPTY_REPLIES, 1.3);
        table.put(EvidenceKind.BROWSER_USER_AGENT, -2.0);
        table.put(EvidenceKind.ATTACK_CONTENT, -4.0);
        table.put(EvidenceKind.ODD_PORT, -2.0);
        table.put(EvidenceKind.OPENED_EMPTY, -1.0);
        return table;
    }
}
