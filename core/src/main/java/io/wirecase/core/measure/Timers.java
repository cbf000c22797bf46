package io.wirecase.core.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The clocks in a series of starts, one after the other: the best period is taken, the starts that keep its phase are
 * set aside, and the rest is looked at again.
 *
 * @param combs what was found, the clearest first
 * @param explained starts that keep the phase of one of them
 * @param p the chance of the first, drawn from random starts
 * @param byDay whether that allows for the hours of the day
 */
record Timers(List<Comb> combs, int explained, double p, boolean byDay) {

    private static final int MOST = 3;
    private static final int LEAST_STARTS = 6;
    private static final double LEAST_SHARE = 0.2;
    private static final double ALPHA = 0.01;
    /** Off by more than this share of the period, a start does not keep the phase. */
    private static final double WITHIN = 0.15;

    private static final double CLOSEST = 0.02;
    private static final double SPREADS = 4;
    /** By chance twice the width of what counts as kept; so much more is asked. */
    private static final double MORE_THAN_CHANCE = 1.5;

    /** Searches starts, ascending seconds from 0 on, at least six. */
    static Timers in(double[] starts, long seed) {
        double[] left = Arrays.copyOf(starts, Math.min(starts.length, Periodogram.MAX));
        int all = left.length;
        List<Comb> combs = new ArrayList<>();
        double p = 1;
        boolean byDay = false;
        while (combs.size() < MOST && left.length >= LEAST_STARTS && left.length >= LEAST_SHARE * all) {
            double span = left[left.length - 1] - left[0];
            if (span <= 0) {
                break;
            }
            double first = left[0];
            double[] times = Arrays.stream(left).map(t -> t - first).toArray();
            Periodogram.Peak peak = new Periodogram(times, span).peak(seed + combs.size(), combs.isEmpty());
            p = combs.isEmpty() ? peak.p() : p;
            byDay = combs.isEmpty() ? peak.byDay() : byDay;
            double[] off = off(times, peak.periodSeconds());
            double within = within(off);
            double[] kept = keeping(times, off, within, true);
            boolean clear = kept.length > MORE_THAN_CHANCE * 2 * within * times.length;
            if (peak.p() > ALPHA || kept.length < LEAST_STARTS || kept.length < LEAST_SHARE * all || !clear) {
                break;
            }
            combs.add(Comb.fit(
                    Episodes.intervals(kept), new CombEvidence.Shape(peak.periodSeconds(), WITHIN / 2, 0.1), seed));
            left = keeping(times, off, within, false);
        }
        return new Timers(combs, all - left.length, p, byDay);
    }

    /** The share of starts that keep a phase. */
    double share(int starts) {
        return (double) explained / Math.min(starts, Periodogram.MAX);
    }

    /** How far each start is off the phase that most keep, as a share of the period, -.5 to .5. */
    private static double[] off(double[] times, double period) {
        double x = 0;
        double y = 0;
        for (double time : times) {
            x += Math.cos(2 * Math.PI * time / period);
            y += Math.sin(2 * Math.PI * time / period);
        }
        double phase = Math.atan2(y, x) / (2 * Math.PI);
        return Arrays.stream(times)
                .map(t -> t / period - phase)
                .map(beat -> beat - Math.rint(beat))
                .toArray();
    }

    /** As far as starts that keep the phase are off: as closely as they do, so that few others pass for them. */
    private static double within(double[] off) {
        double[] near = Arrays.stream(off).filter(o -> Math.abs(o) <= WITHIN).toArray();
        return near.length == 0 ? WITHIN : Math.clamp(SPREADS * Statistics.spread(near), CLOSEST, WITHIN);
    }

    /** The starts that keep the phase, or those that do not. */
    private static double[] keeping(double[] times, double[] off, double within, boolean keep) {
        return IntStream.range(0, times.length)
                .filter(i -> Math.abs(off[i]) <= within == keep)
                .mapToDouble(i -> times[i])
                .toArray();
    }
}
