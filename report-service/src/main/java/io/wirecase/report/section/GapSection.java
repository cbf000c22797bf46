package io.wirecase.report.section;

import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.gap.Gap;
import io.wirecase.report.measurement.Facts;
import java.util.ArrayList;
import java.util.List;

/** What is not known, and what was asked to find out. */
final class GapSection implements SectionBuilder {

    @Override
    public Section build(CaseFile file) {
        List<Block> blocks = new ArrayList<>();
        if (file.gaps().isEmpty()) {
            blocks.add(Write.paragraph(file.facts().say("No question is asked about {patterns} patterns.")));
        }
        for (Gap gap : file.gaps()) {
            List<List<Prose>> rows = new ArrayList<>();
            for (Gap.Answer answer : gap.answers()) {
                Facts more = file.facts().more();
                Basis basis = Basis.inferred("query of gap " + gap.id(), List.of());
                more.put("pattern", more.ledger().count(answer.pattern(), "", basis));
                more.put("state", more.ledger().word(answer.state().word(), basis));
                rows.add(List.of(more.say("{pattern}"), more.say("{state}"), answer.reason()));
            }
            blocks.add(
                    Write.table(Write.words(gap.title()), List.of("Pattern#", "State", "What was found"), rows, null));
        }
        return new Section("gaps", "What is not known", blocks);
    }
}
