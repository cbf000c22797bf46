package io.wirecase.report.section.pattern;

import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Section;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.Interpretations;
import io.wirecase.report.wording.PatternWords;
import io.wirecase.report.wording.Reading;
import io.wirecase.report.wording.SectionBuilder;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.List;

/** What each pattern may mean: numbered readings, each with what speaks for and against it. */
final class InterpretationSection implements SectionBuilder {

    @Override
    public Section build(CaseFile file) {
        List<Block> blocks = new ArrayList<>();
        if (file.cases().isEmpty()) {
            blocks.add(
                    Write.paragraph(file.facts().say("Without a pattern ({patterns}) there is nothing to interpret.")));
        }
        for (PatternCase c : file.cases()) {
            String anchor = "interpretations-" + c.number();
            List<Block> readings = new ArrayList<>();
            for (Reading reading : Interpretations.of(c, file.cases())) {
                int ordinal = readings.size() + 1;
                Facts more = c.facts().more();
                Basis basis = Basis.inferred("place among the readings of the pattern", List.of());
                more.put("ordinal", more.ledger().count(ordinal, "", basis));
                readings.add(new Block.Group(
                        anchor + "-" + ordinal,
                        Write.join(more.say("{ordinal}. "), reading.title()),
                        List.of(Write.items(reading.points()))));
            }
            blocks.add(new Block.Group(anchor, PatternWords.title(c), readings));
        }
        return new Section("interpretations", "Interpretations", blocks);
    }
}
