package io.wirecase.report.engine;

import io.wirecase.report.assessment.PatternCase;
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
import io.wirecase.report.section.LedgerSection;
import io.wirecase.report.wording.CaseFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All gates, over a whole report. */
final class Gates {

    /** Sections that go pattern by pattern: each must have all. */
    private static final Set<String> BY_PATTERN = Set.of(
            "patterns",
            "observations",
            "interpretations",
            "timing",
            "volume",
            "protocols-and-ports",
            "alternative-explanations");

    private Gates() {}

    static List<Refusal> check(Document document, CaseFile file, Ledger ledger) {
        List<Refusal> refusals = new ArrayList<>(numbers(document, ledger));
        refusals.addAll(meanings(document, ledger));
        refusals.addAll(ActionGate.check(file.actions(), file.cases()));
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
        long inPatterns =
                patterns.patterns().stream().mapToLong(p -> p.shown().size()).sum();
        ConsistencyGate gate = new ConsistencyGate()
                .document(document)
                .analysed(document, BY_PATTERN, numbers(file))
                .placed(file.tally().shown(), inPatterns, patterns.remainderAlerts());
        Sums.check(gate, file);
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

    private static Set<Integer> numbers(CaseFile file) {
        return file.cases().stream().map(PatternCase::number).collect(Collectors.toSet());
    }

    private static Refusal refusal(String gate, String where, io.wirecase.report.claim.Refusal refusal) {
        String reason = refusal.reason().name().toLowerCase(java.util.Locale.ROOT) + ": " + refusal.detail();
        return new Refusal(gate, where, refusal.sentence(), reason);
    }
}
