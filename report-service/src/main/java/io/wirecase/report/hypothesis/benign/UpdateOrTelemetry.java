package io.wirecase.report.hypothesis.benign;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.EvidenceKind;
import io.wirecase.report.hypothesis.Hypothesis;
import java.util.EnumMap;
import java.util.Map;

/** Software fetches updates or lists, or reports on itself, to its maker. */
public final class UpdateOrTelemetry implements Hypothesis {

    private static final Map<EvidenceKind, Double> LIKELIHOODS = likelihoodTable();

    @Override
    public String id() {
        return "update_telemetry";
    }

    @Override
    public String title() {
        return "a software update or telemetry";
    }

    @Override
    public Disposition disposition() {
        return Disposition.BENIGN;
    }

    @Override
    public double prior() {
        return 0.18;
    }

    @Override
    public Map<EvidenceKind, Double> likelihoods() {
        return LIKELIHOODS;
    }

    private static Map<EvidenceKind, Double> likelihoodTable() {
        Map<EvidenceKind, Double> table = new EnumMap<>(EvidenceKind.class);
        table.put(EvidenceKind.EXCHANGE_WHOLE, -2.0);
        table.put(EvidenceKind.EXCHANGE_WHOLE_FEW, -1.5);
        table.put(EvidenceKind.EXCHANGE_BROKEN, -1.5);
        table.put(EvidenceKind.EXCHANGE_SOME_BROKEN, -0.3);
        table.put(EvidenceKind.UNIDENTIFIED_AUTOMATION, -0.5);
        table.put(EvidenceKind.NAMED, 0.5);
        table.put(EvidenceKind.NEVER_NAMED, -2.0);
        table.put(EvidenceKind.PERIODIC, 0.3);
        table.put(EvidenceKind.APERIODIC, 0.3);
        table.put(EvidenceKind.FIXED_SIZE, -0.5);
        table.put(EvidenceKind.UPLOAD_HEAVY, -0.7);
        table.put(EvidenceKind.DOWNLOAD_HEAVY, 1.0);
        table.put(EvidenceKind.ANSWERED, 0.3);
        table.put(EvidenceKind.FAILED_ONCE, -1.0);
        table.put(EvidenceKind.FAILED_RETRIES, -2.0);
        table.put(EvidenceKind.MANY_TARGETS_FAILED, -3.5);
        table.put(EvidenceKind.SHARED_PEER, 0.7);
        table.put(EvidenceKind.ONLY_HOST, -0.5);
        table.put(EvidenceKind.INTERNAL_PEER, -1.5);
        table.put(EvidenceKind.ADMIN_PORT, -2.0);
        table.put(EvidenceKind.LONG_KNOWN, 0.5);
        table.put(EvidenceKind.GROUP_DESTINATION, -1.5);
        table.put(EvidenceKind.NO_USER_AGENT, -0.3);
        table.put(EvidenceKind.EMPTY_REPLIES, -0.5);
        table.put(EvidenceKind.BROWSER_USER_AGENT, -0.7);
        table.put(EvidenceKind.NAMED_SOFTWARE, 1.0);
        table.put(EvidenceKind.ATTACK_CONTENT, -3.0);
        table.put(EvidenceKind.ODD_PORT, -0.5);
        table.put(EvidenceKind.OPENED_EMPTY, -0.7);
        return table;
    }
}
