package io.wirecase.report.section.pattern;

import io.wirecase.core.measure.Intervals;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Chart;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.measurement.Measurement;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The times between starts of a pattern, with the fitted period marked. */
final class TimingChart {

    private TimingChart() {}

    /** The histogram, or empty where there are too few starts for one. */
    static Optional<Block> of(PatternCase c) {
        Measurement.Shape shape = c.measured().shape();
        Intervals intervals = shape == null ? null : shape.intervals();
        Facts facts = c.facts();
        if (intervals == null || !facts.has("intervals")) {
            return Optional.empty();
        }
        int last = intervals.counts().size() - 1;
        while (last > 0 && intervals.counts().get(last) == 0) {
            last--;
        }
        List<Chart.Bin> bins = new ArrayList<>();
        for (int bin = 0; bin <= last; bin++) {
            double centre = intervals.centreSeconds(bin);
            double reach = intervals.widthSeconds() / 2;
            bins.add(new Chart.Bin(
                    facts.say("{intervalAt" + bin + "}"),
                    Math.max(0, centre - reach),
                    centre + reach,
                    facts.say("{intervalCount" + bin + "}"),
                    intervals.counts().get(bin)));
        }
        boolean period = facts.has("period");
        return Optional.of(new Chart.Histogram(
                facts.say("Time between starts of pattern {number}"),
                Write.words("seconds between starts"),
                bins,
                period ? new Chart.Mark(facts.say("fitted period {period}"), facts.counts("period")) : null,
                facts.say("{intervals|interval|intervals}, {intervalMedian} in the median; {intervalsBeyond}"
                        + " {intervalsBeyond?is|are} longer than the last bar.")));
    }
}
