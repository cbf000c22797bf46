package io.wirecase.report.section;

import io.wirecase.report.assessment.Confidence;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.SectionBuilder;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.List;

/** What each assessment rests on. */
final class ConfidenceSection implements SectionBuilder {

    private static final int REASONS = 4;

    @Override
    public Section build(CaseFile file) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Write.paragraph(rule(file.facts())));
        if (file.cases().isEmpty()) {
            blocks.add(Write.paragraph(
                    file.facts().say("There is no assessment to have confidence in: {patterns} patterns.")));
        } else {
            blocks.add(table(file));
        }
        return new Section("confidence", "Confidence", blocks);
    }

    private static Prose rule(Facts facts) {
        Facts more = facts.more();
        Ledger ledger = more.ledger();
        Basis basis = Basis.inferred("rule of docs/assessment.md", List.of());
        more.put("g", ledger.count(Confidence.HIGH_GROUPS, "", basis));
        more.put("o", ledger.number(Confidence.HIGH_ODDS, 0, "", basis));
        more.put("e", ledger.count(Confidence.HIGH_EPISODES, "", basis));
        more.put("mg", ledger.count(Confidence.MODERATE_GROUPS, "", basis));
        more.put("mo", ledger.number(Confidence.MODERATE_ODDS, 0, "", basis));
        return more.say("High takes {g} groups of evidence, odds of {o} against the runner-up, {e} separate"
                + " starts and no single"
                + " piece of evidence whose loss changes the verdict; Moderate takes {mg} groups"
                + " and odds of {mo}; all else is"
                + " Low.");
    }

    private static Block table(CaseFile file) {
        List<List<Prose>> rows = new ArrayList<>();
        for (PatternCase c : file.cases()) {
            Facts more = c.facts().more();
            String fragile = c.ranking().fragile() ? "yes" : "no";
            Basis basis = Basis.inferred("a single piece of evidence removed changes leader or disposition", List.of());
            more.put("fragile", more.ledger().word(fragile, basis));
            List<Prose> row = new ArrayList<>(List.of(c.facts().say("Pattern {number} is {leader}")));
            row.addAll(Write.cells(more, "confidence", "groups", "odds", "fragile", "episodes"));
            rows.add(row);
        }
        Facts whole = file.facts();
        List<Prose> all = new ArrayList<>(List.of(whole.say("The case as a whole is {level}")));
        all.addAll(Write.cells(whole, "overallConfidence"));
        for (int i = 0; i < REASONS; i++) {
            all.add(Write.words("–"));
        }
        rows.add(all);
        return Write.table(
                Write.words("Confidence in each conclusion; it says how much a conclusion rests on, not how"
                        + " likely it is"),
                List.of("Conclusion", "Confidence", "Groups#", "Odds#", "One loss changes it", "Starts#"),
                rows,
                null);
    }
}
