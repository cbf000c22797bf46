package io.wirecase.scenarios.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * When repeated things happen.
 *
 * @param seconds of each, from the first
 * @param period seconds meant from beat to beat; 0 where there is none
 * @param mean mean seconds from beat to beat as they came, those that did not happen included: what chance made of the
 *     period; 0 where there is none
 * @param jitter how far each delay may be from the period, as a share of it
 * @param missed chance that a beat does not happen
 */
public record Beats(List<Double> seconds, double period, double mean, double jitter, double missed) {
    private static final double DAY = 86_400;

    /** Keeps its own copy. */
    public Beats {
        seconds = List.copyOf(seconds);
    }

    /** The same, begun so many seconds later. */
    public Beats after(double begin) {
        List<Double> later = seconds.stream().map(second -> begin + second).toList();
        return new Beats(later, period, mean, jitter, missed);
    }

    /**
     * Each delay counted from the last, as programs that sleep do.
     *
     * @param events how many happen
     * @param period the mean delay
     * @param jitter each delay lies within this share of the period around it
     * @param missed chance that a beat does not happen
     */
    public static Beats sleeping(SplittableRandom chance, int events, double period, double jitter, double missed) {
        List<Double> all = new ArrayList<>();
        double second = 0;
        int beats = 0;
        while (true) {
            if (all.isEmpty() || chance.nextDouble() >= missed) {
                all.add(second);
            }
            if (all.size() == events) {
                return new Beats(all, period, second / Math.max(1, beats), jitter, missed);
            }
            second += period * (1 + jitter * (2 * chance.nextDouble() - 1));
            beats++;
        }
    }

    /** Each counted from the first, as schedulers do; {@code noise} in seconds. */
    public static Beats anchored(SplittableRandom chance, int events, double period, double noise, double missed) {
        List<Double> all = new ArrayList<>();
        for (int beat = 0; all.size() < events; beat++) {
            if (beat == 0 || chance.nextDouble() >= missed) {
                all.add(beat * period + noise * chance.nextDouble());
            }
        }
        return new Beats(all, period, period, 0, missed);
    }

    /** At random: exponential gaps of this mean. */
    public static Beats random(SplittableRandom chance, int events, double mean) {
        List<Double> all = new ArrayList<>();
        double second = 0;
        for (int i = 0; i < events; i++) {
            all.add(second);
            second += -Math.log(1 - chance.nextDouble()) * mean;
        }
        return new Beats(all, 0, 0, 0, 0);
    }

    /** At random, mostly by day: so many over these days, thinned by the hour. */
    public static Beats diurnal(SplittableRandom chance, int events, int days) {
        List<Double> all = new ArrayList<>();
        while (all.size() < events) {
            double second = days * DAY * chance.nextDouble();
            double hour = second % DAY / 3_600;
            double wanted = 0.05 + 0.95 * Math.exp(-(hour - 13) * (hour - 13) / 18);
            if (chance.nextDouble() < wanted) {
                all.add(second);
            }
        }
        all.sort(Double::compare);
        return new Beats(all, 0, 0, 0, 0);
    }
}
