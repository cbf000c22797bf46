package io.wirecase.report.section;

import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.measurement.Hours;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** When each pattern's flows started, and what that says. */
final class TimingSection implements SectionBuilder {

    @Override
    public Section build(CaseFile file) {
        List<Block> blocks = new ArrayList<>();
        if (file.cases().isEmpty()) {
            blocks.add(Write.paragraph(file.facts().say("No pattern, so no timing: {patterns} patterns are shown.")));
        }
        for (PatternCase c : file.cases()) {
            blocks.add(new Block.Group(
                    "timing-" + c.number(), PatternSection.title(c), List.of(Write.items(sentences(c)))));
        }
        return new Section("timing", "Timing", blocks);
    }

    private static List<Prose> sentences(PatternCase c) {
        Facts facts = c.facts();
        List<Prose> said = new ArrayList<>();
        switch (c.measured().timing().type()) {
            case INSUFFICIENT ->
                said.add(facts.say("Regularity is not measurable: {episodes} separate starts over {span}, and at least"
                        + " {minEpisodes} over several periods are needed."));
            case PERIODIC, PERIODIC_WITH_GAPS, MULTI_PERIODIC -> {
                said.add(facts.say(
                        "Timing class {class}: a start every {period} (between {periodLow} and {periodHigh} by"
                                + " bootstrap), from {episodes} starts over {span}."));
                said.add(facts.say(
                        "Jitter is {jitterSeconds} ({jitter} of the period); of {beats} beats {missed} were missed."));
                said.add(facts.say("Random starts of the same number look as regular with a chance of {p}."));
            }
            default -> said.add(facts.say("Timing class {class}: {episodes} separate starts over {span}, no period."));
        }
        if (facts.has("burstN")) {
            said.add(facts.say(
                    "Starts cluster: {burstN} episodes of {burstMin} to {burstMax} starts within {burstSpan}, then"
                            + " {burstGap} to the next."));
        }
        said.add(timeOfDay(c));
        said.add(automation(c));
        if (facts.has("durationMedian")) {
            Facts more = facts.more();
            String type = duration(c);
            more.put(
                    "durationClass",
                    more.ledger().word(type, Basis.inferred("class of the median duration", List.of())));
            said.add(more.say("Connections are {durationClass}: {durationMedian} in the median."));
        }
        return said;
    }

    private static String duration(PatternCase c) {
        var shape = c.measured().shape();
        return shape == null ? "unknown" : shape.durations().type().name().toLowerCase(Locale.ROOT);
    }

    private static Prose timeOfDay(PatternCase c) {
        Facts more = c.facts().more();
        Hours hours = Hours.of(c.measured());
        more.put(
                "hours",
                more.ledger().count(hours.covered(), "", Basis.measured("hours of the day with starts", List.of())));
        more.put("day", more.ledger().count(Hours.A_DAY, "", Basis.inferred("hours of a day", List.of())));
        more.put("days", more.ledger().count(Hours.ENOUGH_DAYS, "", Basis.inferred("least days for it", List.of())));
        return hours.measurable()
                ? more.say("There were starts in {hours} of {day} hours of the day (UTC).")
                : more.say("Variation by time of day is not measurable: the flows span {span}, and at least"
                        + " {days} days are needed.");
    }

    private static Prose automation(PatternCase c) {
        return switch (c.measured().timing().type()) {
            case PERIODIC, PERIODIC_WITH_GAPS, MULTI_PERIODIC ->
                c.facts().say("A period of {period} with {missed} missed beats is a timer's, not a person's.");
            case INSUFFICIENT ->
                c.facts().say("Whether a timer or a person started them is not measurable from {episodes} starts.");
            default -> c.facts().say("Nothing in the timing of {episodes} starts shows a timer.");
        };
    }
}
