package io.wirecase.report.section.pattern;

import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Section;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.PatternWords;
import io.wirecase.report.wording.SectionBuilder;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.List;

/** What was seen of each pattern, and nothing of what it may mean. */
final class ObservationSection implements SectionBuilder {

    @Override
    public Section build(CaseFile file) {
        List<Block> blocks = new ArrayList<>();
        if (file.cases().isEmpty()) {
            blocks.add(Write.paragraph(
                    file.facts().say("{storedFlows|flow was|flows were} seen and none of them is in a pattern.")));
        }
        for (PatternCase c : file.cases()) {
            blocks.add(new Block.Group(
                    "observations-" + c.number(),
                    PatternWords.title(c),
                    List.of(Write.items(PatternWords.observations(c)))));
        }
        return new Section("observations", "Observations", blocks);
    }
}
