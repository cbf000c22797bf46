package io.wirecase.report.measurement;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.measure.Statistics;
import java.util.List;

/**
 * How long flows took.
 *
 * @param type a word for the median
 * @param medianSeconds the median
 * @param maxSeconds the longest
 */
public record Durations(Type type, double medianSeconds, double maxSeconds) {

    static Durations of(List<Flow> flows) {
        double[] seconds =
                flows.stream().mapToDouble(f -> f.span().durationNanos() / 1e9).toArray();
        double median = Statistics.median(seconds);
        return new Durations(Type.of(median), median, Statistics.quantile(seconds, 1));
    }

    /** Words for a duration. */
    public enum Type {
        /** Below 10 s. */
        BRIEF,
        /** Below a minute. */
        SHORT,
        /** Below an hour. */
        MEDIUM,
        /** An hour and more. */
        LONG;

        static Type of(double seconds) {
            return seconds < 10 ? BRIEF : seconds < 60 ? SHORT : seconds < 3600 ? MEDIUM : LONG;
        }
    }
}
