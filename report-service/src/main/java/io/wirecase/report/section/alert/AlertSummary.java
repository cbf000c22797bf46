package io.wirecase.report.section.alert;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.OddPorts;
import io.wirecase.report.wording.SectionBuilder;
import io.wirecase.report.wording.Tables;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What the alerts say: their findings with points and the side accountable, and how scores add up. */
public final class AlertSummary implements SectionBuilder {

    private static final int MOST_FINDINGS = 40;
    private static final int MOST_SUMS = 12;

    @Override
    public Section build(CaseFile file) {
        Facts facts = file.facts();
        List<Block> blocks = new ArrayList<>();
        if (file.tally().shown() == 0) {
            blocks.add(Write.paragraph(facts.say("None of {total} alerts reaches the score of {minScore}.")));
            SuppressedAlerts.block(file).ifPresent(blocks::add);
            return new Section("alert-summary", "Alert summary", blocks);
        }
        blocks.add(new Block.Paragraph(AlertScope.filter(file)));
        blocks.add(Write.paragraph(AlertScope.highest(file)));
        blocks.add(Write.items(sums(file)));
        blocks.add(findings(file));
        List<Prose> ports = OddPorts.of(shown(file), facts);
        if (!ports.isEmpty()) {
            blocks.add(Write.group("odd-ports", "Protocols on ports that are not theirs", Write.items(ports)));
        }
        blocks.add(Write.paragraph(AlertHosts.concentration(file), AlertHosts.inside(file)));
        blocks.add(AlertHosts.table(file));
        SuppressedAlerts.block(file).ifPresent(blocks::add);
        return new Section("alert-summary", "Alert summary", blocks);
    }

    /** One line for each different thing said: alerts of one code may carry different words, such as versions. */
    private static Block findings(CaseFile file) {
        Map<List<String>, Finding> one = new LinkedHashMap<>();
        Map<List<String>, List<String>> alerts = new LinkedHashMap<>();
        for (EnrichedAlert alert : shown(file)) {
            for (Finding finding : alert.alert().findings()) {
                List<String> said = List.of(finding.code(), finding.description());
                one.putIfAbsent(said, finding);
                alerts.computeIfAbsent(said, k -> new ArrayList<>())
                        .add("alert:" + alert.alert().id());
            }
        }
        List<List<Prose>> rows = alerts.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<List<String>, List<String>> e) ->
                                -e.getValue().size())
                        .thenComparing(e -> e.getKey().toString()))
                .limit(MOST_FINDINGS)
                .map(e -> row(file.facts(), Objects.requireNonNull(one.get(e.getKey())), e.getValue()))
                .toList();
        return Write.table(
                Write.words("Findings, most frequent first"),
                List.of("Finding", "What it says", "Alerts#", "Points#", "Accountable", "Client's share#"),
                rows,
                Tables.cut(file.facts(), rows.size(), alerts.size(), "findings"));
    }

    private static List<Prose> row(Facts facts, Finding finding, List<String> alerts) {
        Facts more = facts.more();
        more.put("n", facts.ledger().count(alerts.size(), "", Basis.measured("alerts that say so", alerts)));
        put(more, "", finding);
        return Write.cells(more, "code", "says", "n", "points", "side", "share");
    }

    /** The claims of a finding, with a suffix to their names. */
    private static void put(Facts facts, String suffix, Finding finding) {
        Ledger ledger = facts.ledger();
        String by = "finding " + finding.code() + " by " + finding.raisedBy();
        Basis basis = Basis.reported(by, List.of());
        facts.put("code" + suffix, ledger.word(finding.code(), basis));
        facts.put(
                "says" + suffix,
                ledger.word(finding.description(), Basis.reported("sensor's words, " + by, List.of())));
        facts.put("points" + suffix, ledger.count(finding.points(), "", basis));
        facts.put("side" + suffix, ledger.word(side(finding), Basis.reported("accountable side, " + by, List.of())));
        facts.put("share" + suffix, ledger.percent(finding.clientShare() / 100.0, basis));
    }

    private static String side(Finding finding) {
        return finding.accountable().name().toLowerCase(Locale.ROOT);
    }

    /** How the scores of the alerts add up, one line for each different sum. */
    private static List<Prose> sums(CaseFile file) {
        Map<String, List<Alert>> bySum = new LinkedHashMap<>();
        for (EnrichedAlert alert : shown(file)) {
            bySum.computeIfAbsent(sum(alert.alert()), k -> new ArrayList<>()).add(alert.alert());
        }
        return bySum.values().stream()
                .sorted(Comparator.comparingInt((List<Alert> alerts) -> alerts.size())
                        .reversed())
                .limit(MOST_SUMS)
                .map(alerts -> sentence(file.facts(), alerts))
                .toList();
    }

    private static String sum(Alert alert) {
        StringBuilder key = new StringBuilder();
        alert.findings().stream()
                .sorted(Comparator.comparingInt(Finding::points).reversed().thenComparing(Finding::code))
                .forEach(
                        f -> key.append(f.code()).append(' ').append(f.points()).append('+'));
        return key.toString();
    }

    private static Prose sentence(Facts facts, List<Alert> alerts) {
        Alert one = alerts.getFirst();
        Facts more = facts.more();
        Ledger ledger = facts.ledger();
        List<String> ids = alerts.stream().map(a -> "alert:" + a.id()).toList();
        more.put("n", ledger.count(alerts.size(), "", Basis.measured("alerts with these findings", ids)));
        more.put("score", ledger.count(one.score(), "", Basis.measured("sum of distinct findings' points", ids)));
        StringBuilder template = new StringBuilder("{n|alert scores|alerts score} {score} =");
        List<Finding> findings = one.findings().stream()
                .sorted(Comparator.comparingInt(Finding::points).reversed().thenComparing(Finding::code))
                .toList();
        for (int i = 0; i < findings.size(); i++) {
            put(more, "f" + i, findings.get(i));
            template.append(i == 0 ? " " : " + ")
                    .append("{pointsf")
                    .append(i)
                    .append("} ({codef")
                    .append(i)
                    .append("}, {sidef")
                    .append(i)
                    .append("} side)");
        }
        return more.say(template.append('.').toString());
    }

    private static List<EnrichedAlert> shown(CaseFile file) {
        return file.tally().timeline().stream().map(e -> e.alert()).toList();
    }
}
