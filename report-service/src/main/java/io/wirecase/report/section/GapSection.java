package io.wirecase.report.section;

import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.gap.Gap;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.SectionBuilder;
import io.wirecase.report.wording.Tables;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is not known, and what was asked to find out. */
final class GapSection implements SectionBuilder {

    private static final int MOST_ANSWERS = 8;

    @Override
    public Section build(CaseFile file) {
        List<Block> blocks = new ArrayList<>();
        if (file.gaps().isEmpty()) {
            blocks.add(Write.paragraph(file.facts().say("No question is asked about {patterns|pattern|patterns}.")));
        } else {
            blocks.add(overview(file));
        }
        for (Gap gap : file.gaps()) {
            List<List<Prose>> rows = gap.answers().stream()
                    .sorted(Comparator.comparing(Gap.Answer::state).reversed())
                    .limit(MOST_ANSWERS)
                    .map(a -> row(file.facts(), gap, a))
                    .toList();
            blocks.add(new Block.Group(
                    "gap-" + gap.id(),
                    Write.words(gap.title()),
                    List.of(Write.table(
                            Write.words("Answers from the stored data"),
                            List.of("Pattern#", "State", "What was found"),
                            rows,
                            Tables.cut(file.facts(), rows.size(), gap.answers().size(), "patterns")))));
        }
        return new Section("gaps", "Information gaps", blocks);
    }

    private static Block overview(CaseFile file) {
        List<List<Prose>> rows = new ArrayList<>();
        for (Gap gap : file.gaps()) {
            Facts more = file.facts().more();
            Basis basis = Basis.inferred("least closed answer of gap " + gap.id(), List.of());
            more.put("ordinal", more.ledger().count(rows.size() + 1L, "", basis));
            more.put("state", more.ledger().word(gap.state().word(), basis));
            rows.add(List.of(more.say("{ordinal}"), Write.words(gap.title()), more.say("{state}")));
        }
        return Write.table(
                Write.words("Questions, each answered by a query over what is stored"),
                List.of("Number#", "Question", "State"),
                rows,
                null);
    }

    private static List<Prose> row(Facts facts, Gap gap, Gap.Answer answer) {
        Facts more = facts.more();
        Basis basis = Basis.inferred("query of gap " + gap.id(), List.of());
        more.put("pattern", more.ledger().count(answer.pattern(), "", basis));
        more.put("state", more.ledger().word(answer.state().word(), basis));
        return List.of(more.say("{pattern}"), more.say("{state}"), answer.reason());
    }
}
