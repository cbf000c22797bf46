package io.wirecase.report.section;

import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.measurement.Facts;
import java.util.ArrayList;
import java.util.List;

/** Every pattern: its verdict, what was observed, and apart from it what that may mean. */
final class PatternSection implements SectionBuilder {

    @Override
    public Section build(CaseFile file) {
        List<Block> blocks = new ArrayList<>();
        if (file.cases().isEmpty()) {
            blocks.add(Write.paragraph(file.facts().say("There are {patterns} patterns to show.")));
        }
        for (PatternCase c : file.cases()) {
            String anchor = "pattern-" + c.number();
            Block observed = Write.items(PatternWords.observations(c));
            Block meant = Write.ordered(PatternWords.interpretations(c, file.cases()));
            blocks.add(new Block.Group(
                    anchor,
                    title(c),
                    List.of(
                            verdict(c),
                            new Block.Group(anchor + "-observations", Write.words("Observations"), List.of(observed)),
                            new Block.Group(
                                    anchor + "-interpretations", Write.words("Interpretations"), List.of(meant)))));
        }
        return new Section("patterns", "Patterns", blocks);
    }

    /** What a pattern is called in headings. */
    static Prose title(PatternCase c) {
        return PatternWords.title(c);
    }

    private static Block verdict(PatternCase c) {
        Facts facts = c.facts();
        return new Block.Verdict(
                title(c),
                c.disposition().word(),
                facts.say("That this is {leader} is {likelihood} ({posterior}); the runner-up is"
                        + " {runnerUp} ({runnerPosterior})."),
                facts.say("Confidence in this assessment: {confidence}."),
                PatternWords.reasons(c));
    }
}
