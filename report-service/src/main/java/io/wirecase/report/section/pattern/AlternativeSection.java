package io.wirecase.report.section.pattern;

import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.hypothesis.Evidence;
import io.wirecase.report.hypothesis.Ranker;
import io.wirecase.report.hypothesis.Ranker.Ranked;
import io.wirecase.report.hypothesis.Ranking;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.Explained;
import io.wirecase.report.wording.PatternWords;
import io.wirecase.report.wording.SectionBuilder;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.List;

/**
 * Every explanation against every piece of evidence, what separates the likeliest, and what would change
 * the verdict.
 */
final class AlternativeSection implements SectionBuilder {

    /** What fits on a page beside the evidence. */
    private static final int MOST_COLUMNS = 6;

    private static final int MOST_ROWS = 10;

    @Override
    public Section build(CaseFile file) {
        List<Block> blocks = new ArrayList<>();
        if (file.cases().isEmpty()) {
            blocks.add(Write.paragraph(file.facts().say("Nothing needs an explanation: {patterns} patterns.")));
        } else {
            blocks.add(Write.paragraph(
                    Write.words("Weights are natural logarithms: how much more likely the evidence is under the"
                            + " explanation than under none of those known. Of one group of evidence the"
                            + " strongest counts"
                            + " whole and the rest little, since they are one fact seen from several sides.")));
        }
        for (PatternCase c : file.cases()) {
            blocks.add(new Block.Group(
                    "alternatives-" + c.number(),
                    PatternWords.title(c),
                    List.of(
                            posteriors(c),
                            matrix(c),
                            Write.group(
                                    "separates-" + c.number(),
                                    "What separates the likeliest from the runner-up",
                                    Write.items(separating(c))),
                            OtherSide.of(c),
                            Write.group(
                                    "would-change-" + c.number(),
                                    "What would change the verdict",
                                    Write.items(changes(c))))));
        }
        return new Section("alternative-explanations", "Alternative explanations", blocks);
    }

    private static Block posteriors(PatternCase c) {
        List<List<Prose>> rows = new ArrayList<>();
        List<Ranked> all = c.ranking().ranked();
        List<Ranked> shown = all.subList(0, Math.min(MOST_ROWS, all.size()));
        for (Ranked ranked : shown) {
            Facts more = Explained.facts(c, ranked);
            Ledger ledger = more.ledger();
            String id = ranked.hypothesis().id();
            more.put("id", ledger.word(id, Basis.inferred("id of an explanation", List.of())));
            Basis word = Basis.inferred("disposition if it is right", List.of());
            more.put("if", ledger.word(ranked.hypothesis().disposition().word(), word));
            more.put(
                    "prior",
                    ledger.percent(ranked.hypothesis().prior(), Basis.inferred("start value of " + id, List.of())));
            more.put(
                    "weight",
                    ledger.number(ranked.weight(), 2, "", Basis.inferred("ln prior + evidence of " + id, List.of())));
            rows.add(Write.cells(more, "explanation", "id", "if", "prior", "weight", "share"));
        }
        return Write.table(
                c.facts().say("Explanations of pattern {number}, likeliest first"),
                List.of("Explanation", "Id", "If right", "Prior#", "Weight#", "Posterior#"),
                rows,
                shown.size() == all.size()
                        ? null
                        : counted(c, shown.size())
                                .say("Shown: the {columns} likeliest of {explanations}; report.json has all."));
    }

    private static Block matrix(PatternCase c) {
        Ranking ranking = c.ranking();
        List<Ranked> shown = ranking.ranked()
                .subList(0, Math.min(MOST_COLUMNS, ranking.ranked().size()));
        List<String> columns = new ArrayList<>(List.of("Evidence", "Group"));
        shown.forEach(r -> columns.add(r.hypothesis().id() + "#"));
        List<List<Prose>> rows = new ArrayList<>();
        for (Evidence evidence : ranking.evidence()) {
            List<Prose> row = new ArrayList<>();
            row.add(Write.words(evidence.kind().title()));
            row.add(Write.words(evidence.kind().group().word()));
            for (Ranked ranked : shown) {
                Facts more = c.facts().more();
                Basis basis = Basis.inferred(
                        "table: " + evidence.kind().name() + " under "
                                + ranked.hypothesis().id(),
                        List.of());
                double value = ranked.hypothesis().likelihood(evidence.kind());
                more.put("llr", more.ledger().number(value, 1, "", basis));
                row.add(more.say("{llr}"));
            }
            rows.add(row);
        }
        if (rows.isEmpty()) {
            List<Prose> row = new ArrayList<>(List.of(Write.words("none was seen"), Write.words("–")));
            shown.forEach(r -> row.add(Write.words("–")));
            rows.add(row);
        }
        String caption = "Evidence of pattern {number} under the {columns} likeliest of {explanations} explanations";
        return Write.table(counted(c, shown.size()).say(caption), columns, rows, null);
    }

    private static Facts counted(PatternCase c, int shown) {
        Facts more = c.facts().more();
        Ledger ledger = more.ledger();
        more.put("columns", ledger.count(shown, "", Basis.inferred("explanations shown, likeliest first", List.of())));
        int all = c.ranking().ranked().size();
        return more.put("explanations", ledger.count(all, "", Basis.inferred("explanations weighed", List.of())));
    }

    private static List<Prose> separating(PatternCase c) {
        List<Prose> said = new ArrayList<>();
        for (Evidence evidence : c.ranking().separating()) {
            Facts more = c.facts().more();
            double difference = c.ranking().difference(evidence);
            String between = evidence.kind().name() + ": "
                    + c.ranking().leader().hypothesis().id() + " - "
                    + c.ranking().runnerUp().hypothesis().id();
            more.put("diff", more.ledger().number(Math.abs(difference), 1, "", Basis.inferred(between, List.of())));
            more.put(
                    "what", more.ledger().word(evidence.kind().title(), Basis.inferred("kind of evidence", List.of())));
            said.add(more.say(
                    difference > 0
                            ? "{what}: speaks for {leader} against {runnerUp} ({diff})."
                            : "{what}: speaks for {runnerUp} against {leader} ({diff})."));
        }
        if (said.isEmpty()) {
            said.add(c.facts().say("Nothing seen separates {leader} from {runnerUp}."));
        }
        return said;
    }

    /** What the outcome would be with other evidence: every case that changes it, and a count of those that do not. */
    private static List<Prose> changes(PatternCase c) {
        List<Prose> said = new ArrayList<>(PatternWords.changes(c));
        long same = c.ranking().changes().size() - (long) said.size();
        Facts more = c.facts().more();
        more.put("same", more.ledger().count(same, "", Basis.inferred(Ranker.RULE + ", evidence removed", List.of())));
        said.add(more.say("{same} other {same?removal|removals} of evidence or groups {same?changes|change}"
                + " neither leader nor disposition."));
        return said;
    }
}
