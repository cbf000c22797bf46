package io.wirecase.report.hypothesis.threat;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.EvidenceKind;
import io.wirecase.report.hypothesis.Hypothesis;
import java.util.EnumMap;
import java.util.Map;

/** Data leaves, or other traffic hides, inside an allowed protocol. */
public final class ExfiltrationOrTunnel implements Hypothesis {

    private static final Map<EvidenceKind, Double> LIKELIHOODS = likelihoodTable();

    @Override
    public String id() {
        return "exfiltration_tunnel";
    }

    @Override
    public String title() {
        return "exfiltration or a tunnel";
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
        table.put(EvidenceKind.EXCHANGE_BROKEN, 1.2);
        table.put(EvidenceKind.EXCHANGE_SOME_BROKEN, 0.5);
        table.put(EvidenceKind.UNIDENTIFIED_AUTOMATION, 0.5);
        table.put(EvidenceKind.NEVER_NAMED, 0.7);
        table.put(EvidenceKind.RETRY, -0.5);
        table.put(EvidenceKind.FIXED_SIZE, -1.5);
        table.put(EvidenceKind.UPLOAD_HEAVY, 2.3);
        table.put(EvidenceKind.DOWNLOAD_HEAVY, -2.0);
        table.put(EvidenceKind.ANSWERED, 0.2);
        table.put(EvidenceKind.FAILED_ONCE, -3.0);
        table.put(EvidenceKind.FAILED_RETRIES, -4.0);
        table.put(EvidenceKind.PARTLY_FAILED, -0.5);
        table.put(EvidenceKind.MANY_TARGETS_FAILED, -3.5);
        table.put(EvidenceKind.SHARED_PEER, -0.7);
        table.put(EvidenceKind.ONLY_HOST, 0.7);
        table.put(EvidenceKind.INTERNAL_PEER, -2.0);
        table.put(EvidenceKind.ADMIN_PORT, -0.7);
        table.put(EvidenceKind.LONG_KNOWN, -0.5);
        table.put(EvidenceKind.GROUP_DESTINATION, -2.5);
        table.put(EvidenceKind.NO_USER_AGENT, 0.3);
        table.put(EvidenceKind.EMPTY_REPLIES, -0.7);
        table.put(EvidenceKind.BROWSER_USER_AGENT, -0.3);
        table.put(EvidenceKind.NAMED_SOFTWARE, -0.3);
        table.put(EvidenceKind.ODD_PORT, 0.5);
        table.put(EvidenceKind.OPENED_EMPTY, -2.0);
        return table;
    }
}
