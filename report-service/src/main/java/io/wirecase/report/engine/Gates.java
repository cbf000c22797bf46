package io.wirecase.report.engine;

import io.wirecase.report.claim.ConsistencyGate;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.MeaningGate;
import io.wirecase.report.claim.NumberGate;
import io.wirecase.report.document.Document;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.document.Sentences;
import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.pattern.Patterns;
import io.wirecase.report.section.CaseFile;
import io.wirecase.report.section.LedgerSection;
import io.wirecase.report.tally.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Both gates, over a whole report. */
final class Gates {

    private Gates() {}

    static List<Refusal> check(Document document, CaseFile file, Ledger ledger) {
        List<Refusal> refusals = new ArrayList<>(numbers(document, ledger));
        refusals.addAll(meanings(document, ledger));
        refusals.addAll(consistency(document, file));
        return refusals;
    }

    /** Every sentence and cell against the ledger; the ledger's own section is what they are checked against. */
    static List<Refusal> numbers(Document document, Ledger ledger) {
        NumberGate gate = new NumberGate(ledger);
        List<Refusal> refusals = new ArrayList<>();
        for (Prose prose : document.cover().sentences()) {
            gate.check(prose).forEach(r -> refusals.add(refusal("number", "cover", r)));
        }
        for (Section section : document.sections()) {
            if (section.id().equals(LedgerSection.ID)) {
                continue;
            }
            for (Prose prose : Sentences.of(section)) {
                gate.check(prose).forEach(r -> refusals.add(refusal("number", section.id(), r)));
            }
        }
        return refusals;
    }

    /** The words of every sentence; of a table's cells those that are sentences, since the others are labels. */
    static List<Refusal> meanings(Document document, Ledger ledger) {
        MeaningGate gate = new MeaningGate(ledger);
        List<Refusal> refusals = new ArrayList<>();
        for (Section section : document.sections()) {
            if (section.id().equals(LedgerSection.ID)) {
                continue;
            }
            Set<Prose> said = new LinkedHashSet<>(Sentences.withoutCells(section));
            Sentences.of(section).stream().filter(p -> p.text().endsWith(".")).forEach(said::add);
            for (Prose prose : said) {
                gate.check(prose).forEach(r -> refusals.add(refusal("meaning", section.id(), r)));
            }
        }
        return refusals;
    }

    /** Sums, placement, repetition and emptiness. */
    static List<Refusal> consistency(Document document, CaseFile file) {
        Patterns patterns = file.patterns();
        Tally tally = file.tally();
        long inPatterns =
                patterns.patterns().stream().mapToLong(p -> p.shown().size()).sum();
        ConsistencyGate gate = new ConsistencyGate()
                .document(document)
                .placed(tally.shown(), inPatterns, patterns.remainderAlerts())
                .sum(
                        "alerts by severity",
                        tally.shown(),
                        parts(tally.bySeverity().values()))
                .sum(
                        "alerts by host",
                        tally.shown(),
                        parts(tally.concentration().stream()
                                .map(Tally.HostShare::alerts)
                                .toList()))
                .sum("alerts by direction", tally.shown(), directions(tally.direction()))
                .sum("shown and not shown", patterns.total(), List.of((double) patterns.shown(), (double)
                        patterns.notShown()));
        file.cases()
                .forEach(c -> gate.sum(
                        "outcomes of pattern " + c.number(),
                        c.measured().flows().size(),
                        parts(c.measured().outcomes().values())));
        file.assessment()
                .level()
                .ifPresent(level -> gate.adjective("level", level.word())
                        .adjective(
                                "level",
                                file.cases().stream()
                                        .map(c -> c.disposition())
                                        .max(Comparator.naturalOrder())
                                        .orElse(Disposition.BENIGN)
                                        .word()));
        return gate.refusals().stream()
                .map(r -> refusal("consistency", r.sentence(), r))
                .toList();
    }

    private static List<Double> directions(Tally.Direction d) {
        return parts(List.of(
                d.internalToInternal(), d.internalToExternal(), d.externalToInternal(), d.externalToExternal()));
    }

    private static List<Double> parts(java.util.Collection<? extends Number> values) {
        return values.stream().map(Number::doubleValue).toList();
    }

    private static Refusal refusal(String gate, String where, io.wirecase.report.claim.Refusal refusal) {
        String reason = refusal.reason().name().toLowerCase(java.util.Locale.ROOT) + ": " + refusal.detail();
        return new Refusal(gate, where, refusal.sentence(), reason);
    }
}
