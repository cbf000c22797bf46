package io.wirecase.report.hypothesis;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An explanation as a table. A line that ends in a colon is a reason; the indented lines under it list kinds of
 * evidence with the log-likelihood ratios it is the reason for. Kinds that neither its table nor {@link #COMMON} lists
 * do not move it.
 *
 * @param id a stable id
 * @param title what it is, in lower case
 * @param disposition what the pattern would be if it were true
 * @param prior the share of patterns it explains before any evidence, 0 to 1
 * @param priorReason why that share
 * @param rows the table, by kind
 */
public record Explanation(
        String id, String title, Disposition disposition, double prior, String priorReason, Map<EvidenceKind, Row> rows)
        implements Hypothesis {

    /** What holds for every explanation whose own lines do not say otherwise: it does not predict such things. */
    static final String COMMON = """
            a known exchange matched in every check is explained by itself:
                exchange_whole -3, exchange_whole_few -2
            who claims an address or offers routes is no part of it:
                address_conflict -4, claim_forged -4, rogue_service -4
            it does nothing like it:
                odd_flags -4, flood_rate -3, login_attempts -3, spreading -3, many_targets_failed -3.5
            it says nothing like it:
                hidden_channel -3, generated_names -2, mining_port -2, attack_content -2.5
            it uses other protocols:
                network_service -2, group_destination -2, push_port -1, call_or_vpn -1
            it opens connections otherwise:
                raced -1, connect_few -2, connect_many -2
            """;

    private static final Map<EvidenceKind, Row> SHARED = parse(COMMON);

    /** Keeps its own copy of the table. */
    public Explanation {
        rows = Collections.unmodifiableMap(new EnumMap<>(rows));
    }

    /**
     * An explanation.
     *
     * @param table its reasons and ratios
     * @throws IllegalArgumentException when a line is not of the form, names no kind of evidence or names one twice
     */
    public static Explanation of(
            String id, String title, Disposition disposition, double prior, String priorReason, String table) {
        Map<EvidenceKind, Row> rows = new EnumMap<>(SHARED);
        rows.putAll(parse(table));
        return new Explanation(id, title, disposition, prior, priorReason, rows);
    }

    private static Map<EvidenceKind, Row> parse(String table) {
        Map<EvidenceKind, Row> rows = new EnumMap<>(EvidenceKind.class);
        String reason = "";
        for (String line : table.lines().toList()) {
            if (!line.startsWith(" ")) {
                reason = reason(line);
                continue;
            }
            for (String item : line.strip().split(", *", -1)) {
                if (item.isEmpty()) {
                    continue;
                }
                String[] words = item.split(" ", 2);
                EvidenceKind kind = EvidenceKind.valueOf(words[0].toUpperCase(Locale.ROOT));
                Row row = new Row(Double.parseDouble(words[1]), reason);
                if (reason.isEmpty() || rows.put(kind, row) != null) {
                    throw new IllegalArgumentException("listed twice, or without a reason: " + item);
                }
            }
        }
        return rows;
    }

    private static String reason(String line) {
        if (!line.endsWith(":") || line.length() < 2) {
            throw new IllegalArgumentException("no reason, a colon at its end: " + line);
        }
        return line.substring(0, line.length() - 1);
    }

    @Override
    public Map<EvidenceKind, Double> likelihoods() {
        Map<EvidenceKind, Double> values = new EnumMap<>(EvidenceKind.class);
        rows.forEach((kind, row) -> values.put(kind, row.ratio()));
        return values;
    }

    @Override
    public double likelihood(EvidenceKind kind) {
        Row row = rows.get(kind);
        return row == null ? 0 : Math.clamp(row.ratio(), -Ranker.CLIP, Ranker.CLIP);
    }

    @Override
    public Optional<String> reason(EvidenceKind kind) {
        return Optional.ofNullable(rows.get(kind)).map(Row::reason);
    }

    /**
     * What a kind of evidence says of it.
     *
     * @param ratio ln P(evidence | this) / P(evidence | none of these)
     * @param reason why
     */
    public record Row(double ratio, String reason) {}
}
