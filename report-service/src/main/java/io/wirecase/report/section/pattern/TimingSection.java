package io.wirecase.report.section.pattern;

import io.wirecase.core.measure.Timing;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.measurement.Automation;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.measurement.Measurement;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.PatternStory;
import io.wirecase.report.wording.PatternWords;
import io.wirecase.report.wording.Quantities;
import io.wirecase.report.wording.SectionBuilder;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** When each pattern's flows started, and what that says. */
final class TimingSection implements SectionBuilder {

    /** From so many starts an episode on, a series comes in bursts and not in single starts. */
    private static final double BURST = 2;

    /** Below it a share is shown as none, with one decimal. */
    private static final double LEAST_PERCENT = 0.05;

    /** What each mark of software says in words; those that were not measured are left out. */
    private static final Map<String, String> MARKS = Map.of(
            "period", "the period of {period}",
            "upPayloadAlike", "the same amounts in {upPayloadAlike} of {flows|flow|flows}",
            "commonRequest", "the same request {commonRequest} times in {requests|request|requests}",
            "serverEnds", "{serverEnds|target|targets} within {span}");

    @Override
    public Section build(CaseFile file) {
        List<Block> blocks = new ArrayList<>();
        if (file.cases().isEmpty()) {
            blocks.add(Write.paragraph(file.facts().say("No pattern, so no timing: {patterns} patterns are shown.")));
        }
        for (PatternCase c : file.cases()) {
            List<Block> inner = new ArrayList<>(List.of(Write.items(sentences(c))));
            TimingChart.of(c).ifPresent(inner::add);
            blocks.add(new Block.Group("timing-" + c.number(), PatternWords.title(c), inner));
        }
        return new Section("timing", "Timing", blocks);
    }

    private static List<Prose> sentences(PatternCase c) {
        Facts facts = facts(c);
        List<Prose> said = new ArrayList<>();
        regularity(c, facts, said);
        if (facts.counts("burstMedian") >= BURST) {
            said.add(facts.say("Starts come in bursts: {burstN|burst|bursts} of {burstMin} to {burstMax} starts (median"
                    + " {burstMedian}) within {burstSpanRead}, then silence; {burstGapRead} lie between one"
                    + " burst and the"
                    + " next."));
        }
        if (facts.has("hoursCovered")) {
            said.add(timeOfDay(c, facts));
        }
        if (facts.has("durationClass")) {
            said.add(facts.say(
                    "Connections are {durationClass}: {durationMedian} in the median, {durationMax} at most."));
        }
        said.add(automation(c, facts));
        return said;
    }

    private static void regularity(PatternCase c, Facts facts, List<Prose> said) {
        switch (c.measured().timing().type()) {
            case INSUFFICIENT ->
                said.add(facts.say("Regularity is not measurable: {episodes|separate start|separate starts} over"
                        + " {spanRead}, and at least {minEpisodes} over several periods are needed."));
            case PERIODIC, PERIODIC_WITH_GAPS, MULTI_PERIODIC -> {
                said.add(facts.say("Timing class {class}: a start every {period} ({periodRead}), between"
                        + " {periodLow} and {periodHigh} by bootstrap, from {episodes|start|starts} over {spanRead}."));
                said.add(facts.say("Jitter is {jitterSeconds}"
                        + (facts.counts("jitter") >= LEAST_PERCENT ? "" + " ({jitter} of the period)" : "")
                        + "; {missed} of {beats|beat|beats} {missed?was|were} missed."));
                said.add(facts.say("Random starts of the same number look as regular with a chance of {p} ({class})."));
                if (facts.has("q")) {
                    said.add(facts.say("That compares them with {against}. Of what is called so at this chance among"
                            + " {tested|series|series} in scope, a share of {q} is expected to be chance"
                            + " (false-discovery rate)."));
                }
                if (facts.has("clock")) {
                    said.add(facts.say("What the period counts from is {clock}: anchored keeps to a clock, sleeping"
                            + " waits from one start to the next."));
                }
                if (!PatternStory.settled(c.measured().timing())) {
                    said.add(facts.say("{episodes|start does|starts do} not settle that period: its bounds lie"
                            + " more than"
                            + " a fifth of it apart."));
                }
            }
            default ->
                said.add(facts.say("Timing class {class}: {episodes|separate start|separate starts} over"
                        + " {spanRead}, and"
                        + " no period fits them" + (facts.has("p") ? " (chance {p})." : ".")));
        }
    }

    private static Facts facts(PatternCase c) {
        Facts more = PatternStory.facts(c);
        Ledger ledger = more.ledger();
        if (more.has("period")) {
            Basis basis = Basis.measured(
                    "the period, rounded", List.of("claim:" + more.get("period").id()));
            more.put("periodRead", Quantities.duration(ledger, more.counts("period"), basis));
        }
        if (more.has("burstGap")) {
            Basis basis = Basis.measured(
                    "median time between burst starts, rounded",
                    List.of("claim:" + more.get("burstGap").id()));
            more.put("burstGapRead", Quantities.duration(ledger, more.counts("burstGap"), basis));
            Timing.Bursts bursts = Objects.requireNonNull(c.measured().timing().bursts());
            Basis spans = Basis.measured("median span of episodes of several starts, rounded", basis.inputs());
            more.put("burstSpanRead", Quantities.duration(ledger, bursts.spanSeconds(), spans));
        }
        return more;
    }

    private static Prose timeOfDay(PatternCase c, Facts facts) {
        Measurement.Shape shape = c.measured().shape();
        boolean measurable = shape != null && shape.hours().measurable();
        return measurable
                ? facts.say("Time of day (UTC): {timeOfDay}; there were starts in {hoursCovered} of {hoursOfDay} hours,"
                        + " over {spanRead}.")
                : facts.say("Time of day is not measurable: the starts cover {hoursCovered} of {hoursOfDay} hours of a"
                        + " day, over {spanRead}, and {daysNeeded} are needed.");
    }

    private static Prose automation(PatternCase c, Facts facts) {
        Automation automation = Automation.of(c.measured());
        List<String> marks = new ArrayList<>();
        for (String mark : automation.marks()) {
            String words = MARKS.get(mark);
            if (words != null && facts.covers(words)) {
                marks.add(words);
            }
        }
        String verdict = "Verdict on automation: {automation}";
        return switch (automation.verdict()) {
            case NOT_MEASURABLE -> facts.say(verdict + " from {episodes|start|starts}, timing class {class}.");
            case NOT_SHOWN -> facts.say(verdict + "; {episodes|start shows|starts show} no mark of software, {class}.");
            case TEMPLATED, AUTOMATED ->
                facts.say(verdict
                        + (marks.isEmpty() ? " ({class})." : ", by " + String.join(", ", marks) + "" + " ({class})."));
        };
    }
}
