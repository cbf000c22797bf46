package io.wirecase.report.section;

import io.wirecase.report.action.Action;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.claim.Claim;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.gap.Gap;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.section.alert.SuppressedAlerts;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.Listing;
import io.wirecase.report.wording.OddPorts;
import io.wirecase.report.wording.PatternStory;
import io.wirecase.report.wording.PatternWords;
import io.wirecase.report.wording.SectionBuilder;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a reader must know if they read nothing else. */
final class ExecutiveSummary implements SectionBuilder {

    private static final int LEADING = 5;
    private static final int NEXT_STEPS = 3;
    private static final int MOST_GAPS = 4;

    @Override
    public Section build(CaseFile file) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(scope(file)));
        if (file.cases().isEmpty()) {
            blocks.add(Write.paragraph(file.facts()
                    .say("No alert reaches the minimum score, so there is nothing to explain;"
                            + " no scan was found among them.")));
            return new Section("executive-summary", "Executive summary", blocks);
        }
        blocks.add(overall(file));
        file.cases().stream().limit(LEADING).forEach(c -> blocks.add(leading(c)));
        if (file.cases().size() > LEADING) {
            blocks.add(Write.paragraph(others(file)));
        }
        List<Prose> gaps = gaps(file);
        if (!gaps.isEmpty()) {
            blocks.add(new Block.Group("largest-gaps", Write.words("Largest gaps"), List.of(Write.items(gaps))));
        }
        List<Prose> steps = nextSteps(file);
        if (!steps.isEmpty()) {
            blocks.add(new Block.Group("next-steps", Write.words("Next steps"), List.of(Write.ordered(steps))));
        }
        return new Section("executive-summary", "Executive summary", blocks);
    }

    private static List<Prose> scope(CaseFile file) {
        Facts facts = file.facts();
        List<Prose> said = new ArrayList<>();
        String read = "{read|capture|captures} with {packets|packet|packets} in {storedFlows|flow|flows}";
        said.add(facts.say(
                facts.has("first")
                        ? read + " {read?was|were} read, from {first} to {last}."
                        : read + " {read?was|were} read."));
        if (facts.counts("read") < facts.counts("sources")) {
            said.add(facts.say("Of {sources|capture|captures} in scope only {read} could be read."));
        }
        if (facts.counts("truncated")
                        + facts.counts("oneSided")
                        + facts.counts("incomplete")
                        + facts.counts("stepsBack")
                > 0) {
            said.add(facts.say("The recording is not whole: {truncated|packet is|packets are} cut short,"
                    + " {oneSided|connection|connections} one-sided, {incomplete} with packets missing, and the clock"
                    + " stepped back {stepsBack|time|times}; the limits of the assessment say what follows."));
        }
        if (!file.cases().isEmpty()) {
            said.add(facts.say("{shown|alert forms|alerts form} {patterns|pattern|patterns}."));
        }
        said.add(
                facts.counts("notShown") > 0
                        ? facts.say("{notShown} of {total|alert|alerts} stay below the minimum score of {minScore}:"
                                + " counted, not shown.")
                        : facts.say("No alert is left out by the minimum score of {minScore}."));
        SuppressedAlerts.sentence(file).ifPresent(said::add);
        if (file.patterns().remainderPatterns() > 0) {
            said.add(facts.say("{remainderAlerts|alert|alerts} in {remainderPatterns|pattern|patterns} beyond the most"
                    + " that are shown {remainderAlerts?is|are} only counted."));
        }
        return said;
    }

    private static Block overall(CaseFile file) {
        Facts facts = file.facts();
        return new Block.Verdict(
                Write.words("The case as a whole"),
                file.assessment().level().orElseThrow().word(),
                facts.say(
                        "The case is {level}: {malicious|pattern is|patterns are} taken for malicious, {suspicious} for"
                                + " suspicious and {benign} for benign."),
                facts.say("Confidence in the assessment of the whole: {overallConfidence}."),
                file.assessment().deciding().stream()
                        .limit(NEXT_STEPS)
                        .map(c -> c.facts().say("Pattern {number}: likeliest {leader} ({posterior})."))
                        .toList());
    }

    private static Block leading(PatternCase c) {
        List<Prose> said = new ArrayList<>();
        said.add(PatternStory.what(c));
        PatternStory.software(c).ifPresent(said::add);
        OddPorts.of(c.pattern().shown(), c.facts()).stream()
                .map(met -> Write.join(c.facts().say("In pattern {number} "), met))
                .forEach(said::add);
        said.add(PatternStory.verdict(c));
        PatternWords.turn(c).ifPresent(said::add);
        said.add(PatternStory.confidence(c));
        return new Block.Group("summary-" + c.number(), PatternWords.title(c), List.of(new Block.Paragraph(said)));
    }

    private static Prose others(CaseFile file) {
        Facts more = file.facts().more();
        Basis basis = Basis.measured("patterns after the leading ones", List.of());
        more.put("rest", more.ledger().count(file.cases().size() - LEADING, "", basis));
        return more.say("{rest} further {rest?pattern is|patterns are} told below, under patterns.");
    }

    /** Open questions first, then those partly closed. */
    private static List<Prose> gaps(CaseFile file) {
        return file.gaps().stream()
                .filter(g -> g.state() != Gap.State.CLOSED)
                .sorted(Comparator.comparing(Gap::state).reversed())
                .limit(MOST_GAPS)
                .map(g -> gap(file.facts(), g))
                .toList();
    }

    private static Prose gap(Facts facts, Gap gap) {
        Facts more = facts.more();
        Basis basis = Basis.inferred("query of gap " + gap.id(), List.of());
        List<Claim> numbers = gap.answers().stream()
                .filter(a -> a.state() == gap.state())
                .limit(LEADING)
                .map(a -> more.ledger().count(a.pattern(), "", basis))
                .toList();
        String listed = Listing.of(more, "p", numbers);
        boolean open = gap.state() == Gap.State.OPEN;
        return Write.join(
                Write.words(gap.title() + " "),
                more.say((open ? "Open" : "Answered in part only")
                        + (numbers.size() == 1 ? " for pattern " : " for patterns ") + listed + "."));
    }

    private static List<Prose> nextSteps(CaseFile file) {
        return file.actions().stream()
                .sorted(Comparator.comparingInt(Action::priority)
                        .thenComparing(a -> a.plan().phase())
                        .thenComparingInt(Action::pattern))
                .limit(NEXT_STEPS)
                .map(Action::title)
                .toList();
    }
}
