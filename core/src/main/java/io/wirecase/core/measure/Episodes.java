package io.wirecase.core.measure;

import java.util.Arrays;

/**
 * Events closer together than a gap, taken as one: address racing, SYN retransmissions and parallel sockets are one
 * act.
 */
final class Episodes {

    private static final double MIN_GAP = 1;
    private static final double MAX_GAP = 10;
    private static final double GAP_SHARE = 0.1;

    private final double[] starts;
    private final int[] sizes;
    private final double[] spans;
    private final double gap;

    private Episodes(double[] starts, int[] sizes, double[] spans, double gap) {
        this.starts = starts;
        this.sizes = sizes;
        this.spans = spans;
        this.gap = gap;
    }

    /** Seconds below which two events are one episode. */
    double gap() {
        return gap;
    }

    /** Start times in seconds, ascending. */
    double[] starts() {
        return starts;
    }

    /** How many events each holds. */
    int[] sizes() {
        return sizes;
    }

    /** Seconds from first to last event of each. */
    double[] spans() {
        return spans;
    }

    /** Merges ascending times by a gap of a tenth of their median interval, between 1 and 10 seconds. */
    static Episodes of(double[] times) {
        double gap = gap(times);
        double[] starts = new double[times.length];
        double[] spans = new double[times.length];
        int[] sizes = new int[times.length];
        int count = 0;
        for (int i = 0; i < times.length; i++) {
            if (i == 0 || times[i] - times[i - 1] >= gap) {
                starts[count] = times[i];
                count++;
            }
            sizes[count - 1]++;
            spans[count - 1] = times[i] - starts[count - 1];
        }
        return new Episodes(
                Arrays.copyOf(starts, count), Arrays.copyOf(sizes, count), Arrays.copyOf(spans, count), gap);
    }

    private static double gap(double[] times) {
        if (times.length < 2) {
            return MIN_GAP;
        }
        return Math.clamp(GAP_SHARE * Statistics.median(intervals(times)), MIN_GAP, MAX_GAP);
    }

    int count() {
        return starts.length;
    }

    /**
     * Seconds from the last event of each episode to the first of the next, less the gap: of a Poisson process these
     * are exponential, whatever the gap.
     */
    double[] waits() {
        double[] waits = intervals(starts);
        for (int i = 0; i < waits.length; i++) {
            waits[i] = Math.max(0, waits[i] - spans[i] - gap);
        }
        return waits;
    }

    double[] intervals() {
        return intervals(starts);
    }

    static double[] intervals(double[] times) {
        double[] intervals = new double[Math.max(0, times.length - 1)];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = times[i + 1] - times[i];
        }
        return intervals;
    }
}
