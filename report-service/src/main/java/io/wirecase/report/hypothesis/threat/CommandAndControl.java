package io.wirecase.report.hypothesis.threat;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.EvidenceKind;
import io.wirecase.report.hypothesis.Hypothesis;
import java.util.EnumMap;
import java.util.Map;

/** Malware asks its operator at intervals what to do. */
public final class CommandAndControl implements Hypothesis {

    private static final Map<EvidenceKind, Double> LIKELIHOODS = likelihoodTable();

    @Override
    public String id() {
        return "c2_beacon";
    }

    @Override
    public String title() {
        return "a command-and-control beacon";
    }

    @Override
    public Disposition disposition() {
        return Disposition.MALICIOUS;
    }

    @Override
    public double prior() {
        return 0.03;
    }

    @Override
    public Map<EvidenceKind, Double> likelihoods() {
        return LIKELIHOODS;
    }

    private static Map<EvidenceKind, Double> likelihoodTable() {
        Map<EvidenceKind, Double> table = new EnumMap<>(EvidenceKind.class);
        table.put(EvidenceKind.EXCHANGE_WHOLE, -3.0);
        table.put(EvidenceKind.EXCHANGE_WHOLE_FEW, -2.0);
        table.put(EvidenceKind.EXCHANGE_BROKEN, 1.6);
        table.put(EvidenceKind.EXCHANGE_SOME_BROKEN, 0.7);
        table.put(EvidenceKind.UNIDENTIFIED_AUTOMATION, 1.4);
        table.put(EvidenceKind.NEVER_NAMED, 1.0);
        table.put(EvidenceKind.PERIODIC, 1.6);
        table.put(EvidenceKind.BURSTS, -1.0);
        table.put(EvidenceKind.RETRY, -0.3);
        table.put(EvidenceKind.APERIODIC, -1.2);
        table.put(EvidenceKind.FIXED_SIZE, 0.5);
        table.put(EvidenceKind.UPLOAD_HEAVY, 0.3);
        table.put(EvidenceKind.DOWNLOAD_HEAVY, -0.3);
        table.put(EvidenceKind.ANSWERED, 0.2);
        table.put(EvidenceKind.FAILED_ONCE, -0.5);
        table.put(EvidenceKind.FAILED_RETRIES, -0.7);
        table.put(EvidenceKind.MANY_TARGETS_FAILED, -2.0);
        table.put(EvidenceKind.SHARED_PEER, -0.9);
        table.put(EvidenceKind.ONLY_HOST, 0.7);
        table.put(EvidenceKind.INTERNAL_PEER, -1.5);
        table.put(EvidenceKind.ADMIN_PORT, -1.0);
        table.put(EvidenceKind.LONG_KNOWN, -0.7);
        table.put(EvidenceKind.GROUP_DESTINATION, -2.0);
        table.put(EvidenceKind.NO_USER_AGENT, 0.7);
        table.put(EvidenceKind.EMPTY_REPLIES, -0.8);
        table.put(EvidenceKind.BROWSER_USER_AGENT, -0.3);
        table.put(EvidenceKind.NAMED_SOFTWARE, -0.5);
        table.put(EvidenceKind.ATTACK_CONTENT, 0.7);
        table.put(EvidenceKind.ODD_PORT, 0.4);
        table.put(EvidenceKind.OPENED_EMPTY, -0.5);
        return table;
    }
}
