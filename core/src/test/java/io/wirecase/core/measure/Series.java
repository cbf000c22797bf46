package io.wirecase.core.measure;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Series of start times with a known truth, drawn from a seed; period 300 s. */
final class Series {

    static final double PERIOD = 300;

    private static final double DAY = 86_400;

    private Series() {}

    /** Draws so many starts, in seconds. */
    interface Source {
        double[] draw(SplittableRandom random, int n);
    }

    /** Each delay counts from the last call and is off by up to a share of itself; some calls are not seen. */
    static Source sleeping(double jitter, double missed) {
        return (random, n) -> {
            double[] starts = new double[n];
            double at = 0;
            for (int i = 1; i < n; ) {
                at += PERIOD * (1 - jitter + 2 * jitter * random.nextDouble());
                if (random.nextDouble() >= missed) {
                    starts[i++] = at;
                }
            }
            return starts;
        };
    }

    /** Delays around the period, normal. */
    static Source normal(double deviation, double missed) {
        return (random, n) -> {
            double[] starts = new double[n];
            double at = 0;
            for (int i = 1; i < n; ) {
                at += Math.max(1, PERIOD * (1 + deviation * normal(random)));
                if (random.nextDouble() >= missed) {
                    starts[i++] = at;
                }
            }
            return starts;
        };
    }

    /** Each call is due by the clock and late by up to a share of the period; some are not seen. */
    static Source anchored(double late, double missed) {
        return (random, n) -> {
            double[] starts = new double[n];
            int beat = 0;
            for (int i = 0; i < n; beat++) {
                if (random.nextDouble() >= missed) {
                    starts[i++] = PERIOD * (beat + late * random.nextDouble());
                }
            }
            return starts;
        };
    }

    /** Delays drawn down from the period, as some tools do: {@code T (1 - U(0, .5))}. */
    static double[] shortened(SplittableRandom random, int n) {
        return ofDelays(n, () -> PERIOD * (1 - 0.5 * random.nextDouble()));
    }

    static double[] poisson(SplittableRandom random, int n) {
        return ofDelays(n, () -> exponential(random, PERIOD));
    }

    /** A Poisson process that follows the sun: hardly anything at night. */
    static double[] byDay(SplittableRandom random, int n) {
        double[] starts = new double[n];
        double at = 0;
        for (int i = 0; i < n; ) {
            at += exponential(random, PERIOD / 3);
            double hour = at % DAY / 3600;
            double rate = hour < 12 ? Math.max(0.02, Math.sin(Math.PI * hour / 12)) : 0.02;
            if (random.nextDouble() < rate) {
                starts[i++] = at;
            }
        }
        return starts;
    }

    /** Pauses of a person: lognormal, from seconds to an hour. */
    static double[] human(SplittableRandom random, int n) {
        return ofDelays(n, () -> 60 * Math.exp(1.2 * normal(random)));
    }

    /** Bursts of four within milliseconds, at random. */
    static double[] bursts(SplittableRandom random, int n) {
        double[] starts = new double[n];
        double at = 0;
        for (int i = 0; i < n; i++) {
            at += i % 4 == 0 ? 30 + exponential(random, 900) : 0.002;
            starts[i] = at;
        }
        return starts;
    }

    /** Sleeps evenly over the logarithm from one to thirty minutes: random on purpose. */
    static double[] logUniform(SplittableRandom random, int n) {
        return ofDelays(n, () -> 60 * Math.pow(30, random.nextDouble()));
    }

    /** Two clocks that know nothing of each other. */
    static double[] twoClocks(SplittableRandom random, int n) {
        double offset = 420 * random.nextDouble();
        double[] all = new double[2 * n];
        for (int i = 0; i < n; i++) {
            all[2 * i] = 300 * i + 3 * random.nextDouble();
            all[2 * i + 1] = offset + 420 * i + 3 * random.nextDouble();
        }
        Arrays.sort(all);
        return Arrays.copyOf(all, n);
    }

    static long[] nanos(double[] starts) {
        return Arrays.stream(starts)
                .mapToLong(s -> 1_700_000_000_000_000_000L + (long) (s * 1e9))
                .toArray();
    }

    private static double[] ofDelays(int n, java.util.function.DoubleSupplier delay) {
        double[] starts = new double[n];
        for (int i = 1; i < n; i++) {
            starts[i] = starts[i - 1] + delay.getAsDouble();
        }
        return starts;
    }

    private static double exponential(SplittableRandom random, double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    private static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
