package io.wirecase.report.section;

import io.wirecase.core.wire.Accounts;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Losses;
import io.wirecase.report.assessment.CaseAssessment;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.input.CaseInput;
import io.wirecase.report.input.FlowTotals;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.pattern.Patterns;
import io.wirecase.report.tally.Tally;
import io.wirecase.report.wording.CaseFile;
import java.util.List;
import java.util.Objects;

/** States the claims on a report as a whole. */
public final class ReportFacts {

    private final Facts facts;

    private ReportFacts(Ledger ledger) {
        this.facts = new Facts(ledger);
    }

    /** States them in a ledger. */
    public static Facts state(
            Ledger ledger,
            CaseInput input,
            Patterns patterns,
            Tally tally,
            FlowTotals totals,
            CaseAssessment assessment) {
        ReportFacts stated = new ReportFacts(ledger);
        stated.alerts(input, patterns, tally);
        stated.sources(input, totals);
        for (Disposition disposition : Disposition.values()) {
            stated.count(disposition.word(), assessment.count(disposition), "patterns taken for " + disposition.word());
        }
        assessment.level().ifPresent(level -> stated.word("level", level.word(), "gravest disposition of any pattern"));
        assessment
                .confidence()
                .ifPresent(c ->
                        stated.word("overallConfidence", c.word(), "lowest confidence among the gravest patterns"));
        assessment.threat(ledger).ifPresent(score -> stated.facts.put("threat", score));
        return stated.facts;
    }

    private void alerts(CaseInput input, Patterns patterns, Tally tally) {
        count("total", tally.total(), "alerts in scope");
        count("shown", tally.shown(), "alerts that reach the minimum score");
        count("notShown", tally.total() - tally.shown(), "alerts in scope - alerts shown");
        count("minScore", input.scope().minScore(), "the minimum score asked for");
        count("patterns", patterns.patterns().size(), "patterns shown");
        count("remainderAlerts", patterns.remainderAlerts(), "alerts in patterns beyond the most that are shown");
        count("remainderPatterns", patterns.remainderPatterns(), "patterns beyond the most that are shown");
        count("maxScore", tally.maxScore(), "highest score of any alert shown");
        word(
                "maxSeverity",
                tally.maxSeverity().name().toLowerCase(java.util.Locale.ROOT),
                "word for the highest score");
    }

    private void sources(CaseInput input, FlowTotals totals) {
        List<Accounts> accounts = input.sources().stream()
                .map(CaptureState::accounts)
                .filter(Objects::nonNull)
                .toList();
        count("sources", input.sources().size(), "captures in scope");
        count("read", accounts.size(), "captures of which something was read");
        count("packets", accounts.stream().mapToLong(Accounts::packets).sum(), "packets read");
        count("decoded", accounts.stream().mapToLong(Accounts::decoded).sum(), "packets decoded into flows");
        count(
                "undecodable",
                accounts.stream()
                        .flatMap(a -> a.undecodable().values().stream())
                        .mapToLong(n -> n)
                        .sum(),
                "packets not decoded");
        count(
                "truncated",
                accounts.stream().mapToLong(Accounts::truncated).sum(),
                "packets of which only a part is kept");
        count("evicted", accounts.stream().mapToLong(Accounts::evicted).sum(), "flows pushed out of a full table");
        losses(accounts.stream().map(Accounts::losses).filter(Objects::nonNull).toList());
        count("storedFlows", totals.flows(), "flows stored in scope");
        count("flowPackets", totals.packets(), "packets of those flows");
        facts.put(
                "flowBytes",
                facts.ledger().count(totals.bytes(), "bytes", Basis.measured("frame bytes of those flows", List.of())));
        count("published", input.completeness().flowsPublished(), "flow records the captures say they published");
        count("stored", input.completeness().flowsStored(), "flow records of those captures in the store");
        times(accounts);
    }

    private void losses(List<Losses> losses) {
        count("connections", losses.stream().mapToLong(Losses::connections).sum(), "TCP connections of the captures");
        count("oneSided", losses.stream().mapToLong(Losses::oneSided).sum(), "of them, with one side's packets alone");
        count("incomplete", losses.stream().mapToLong(Losses::incomplete).sum(), "of them, with packets missing");
        count("stepsBack", losses.stream().mapToLong(Losses::stepsBack).sum(), "packets timed before the one ahead");
    }

    private void times(List<Accounts> accounts) {
        Long first = accounts.stream()
                .map(Accounts::firstNanos)
                .filter(Objects::nonNull)
                .min(Long::compare)
                .orElse(null);
        Long last = accounts.stream()
                .map(Accounts::lastNanos)
                .filter(Objects::nonNull)
                .max(Long::compare)
                .orElse(null);
        if (first != null && last != null) {
            int digits = accounts.stream()
                    .mapToInt(a -> CaseFile.digits(a.resolution()))
                    .max()
                    .orElse(6);
            Basis basis = Basis.measured("earliest and latest packet read", List.of());
            facts.put("first", facts.ledger().time(first, digits, basis));
            facts.put("last", facts.ledger().time(last, digits, basis));
            double span = (last - first) / 1e9;
            facts.put(
                    "span", facts.ledger().number(span, 3, "s", Basis.measured("latest - earliest packet", List.of())));
            if (span > 0) {
                double rate = accounts.stream().mapToLong(Accounts::packets).sum() / span;
                Basis perSecond = Basis.measured("packets read / (latest - earliest packet)", List.of());
                facts.put("rate", facts.ledger().number(rate, 3, "packets a second", perSecond));
            }
        }
    }

    private void count(String name, long value, String formula) {
        facts.put(name, facts.ledger().count(value, "", Basis.measured(formula, List.of())));
    }

    private void word(String name, String word, String rule) {
        facts.put(name, facts.ledger().word(word, Basis.inferred(rule, List.of())));
    }
}
