package io.wirecase.core.measure;

import java.util.SplittableRandom;

/**
 * The power of a series of starts over frequencies, {@code |sum exp(2 pi i f t)|^2 / n}: 1 is expected of random
 * starts. It sees a clock through other starts in between and through missed beats, where intervals do not. How large
 * the largest power is by chance is found by drawing: as many starts, at any time within the span, or, over a day and
 * more, at the hours of the day that the series keeps, so that office hours are no period. Searching all frequencies is
 * allowed for, since what is drawn is searched too. A clock among other starts also has to have more power than the
 * same intervals in another order, which keep bursts and pauses and lose the phase: a crowd is no clock.
 */
final class Periodogram {

    /** The most starts looked at. */
    static final int MAX = 128;

    private static final int DRAWS = 399;
    /** So many draws at least as high, and the chance cannot be small any more. */
    private static final int ENOUGH = 5;
    /** Bins a start: a period of half the mean interval still has four of its phases told apart. */
    private static final int BINS_A_START = 8;

    private static final int PADDING = 4;
    private static final int LEAST_PERIODS = 3;
    private static final double SUBHARMONIC = 0.7;
    private static final double DAY = 86_400;
    private static final int HOURS = 24;

    private final double[] times;
    private final double span;
    private final int bins;
    private final Fourier fourier;
    private final int lowest;
    private final int highest;

    /**
     * @param starts ascending seconds, at least six, not all at once
     * @param span seconds they lie in
     */
    Periodogram(double[] starts, double span) {
        this.times = starts;
        this.span = span * (1 + 1e-9);
        this.bins = Integer.highestOneBit(starts.length * BINS_A_START) * 2;
        this.fourier = new Fourier(bins * PADDING);
        this.lowest = LEAST_PERIODS * PADDING;
        this.highest = Math.min(fourier.size() / 2, (int) (2.5 * starts.length * PADDING));
    }

    /**
     * The best period.
     *
     * @param periodSeconds the longest with about the highest power
     * @param power its power
     * @param p the chance of the highest power
     * @param byDay whether the chance allows for the hours of the day
     */
    record Peak(double periodSeconds, double power, double p, boolean byDay) {}

    /**
     * Finds the best period.
     *
     * @param amongOthers whether it is looked for among other starts, so that the same intervals in another order are
     *     no clock; a single clock's intervals are alike in every order
     */
    Peak peak(long seed, boolean amongOthers) {
        double[] power = powers(times);
        double highestPower = highest(power);
        boolean byDay = span >= DAY;
        double[] rates = byDay ? rates() : new double[0];
        SplittableRandom random = new SplittableRandom(seed);
        int above = 0;
        int drawn = 0;
        double[] draw = new double[times.length];
        double[] intervals = Episodes.intervals(times);
        while (drawn < DRAWS && above < ENOUGH) {
            for (int i = 0; i < draw.length; i++) {
                draw[i] = byDay ? byRate(rates, random) : random.nextDouble() * span;
            }
            boolean reached = highest(powers(draw)) >= highestPower;
            if (amongOthers && !reached) {
                Draws.shuffle(intervals, random);
                add(intervals, draw);
                reached = highest(powers(draw)) >= highestPower;
            }
            above += reached ? 1 : 0;
            drawn++;
        }
        double period = refined(longest(power, highestPower));
        return new Peak(period, power(1 / period), (1.0 + above) / (drawn + 1), byDay);
    }

    private static void add(double[] intervals, double[] starts) {
        starts[0] = 0;
        for (int i = 0; i < intervals.length; i++) {
            starts[i + 1] = starts[i] + intervals[i];
        }
    }

    /** The longest of the periods with nearly the highest power: the others are its parts. */
    private int longest(double[] power, double highestPower) {
        for (int i = lowest; i < highest; i++) {
            boolean top = power[i] >= power[i - 1] && power[i] >= power[i + 1];
            if (top && power[i] >= SUBHARMONIC * highestPower) {
                return i;
            }
        }
        return lowest;
    }

    /** The period around a frequency with the highest power. */
    private double refined(int index) {
        double base = 1 / (fourier.size() * (span / bins));
        double best = index * base;
        for (double step = base / 2; step > base / 200; step /= 2) {
            double below = power(best - step);
            double above = power(best + step);
            double here = power(best);
            best = below > here && below > above ? best - step : above > here ? best + step : best;
        }
        return 1 / best;
    }

    private double power(double frequency) {
        double x = 0;
        double y = 0;
        for (double time : times) {
            x += Math.cos(2 * Math.PI * frequency * time);
            y += Math.sin(2 * Math.PI * frequency * time);
        }
        return (x * x + y * y) / times.length;
    }

    private double[] powers(double[] starts) {
        double[] re = new double[fourier.size()];
        double[] im = new double[fourier.size()];
        for (double start : starts) {
            re[(int) Math.min(bins - 1.0, start / span * bins)]++;
        }
        fourier.transform(re, im);
        for (int i = 0; i <= highest; i++) {
            re[i] = (re[i] * re[i] + im[i] * im[i]) / starts.length;
        }
        return re;
    }

    private double highest(double[] power) {
        double best = 0;
        for (int i = lowest; i < highest; i++) {
            best = Math.max(best, power[i]);
        }
        return best;
    }

    /** Starts by hour of the day, counted from the first, summed up over the hours. */
    private double[] rates() {
        double[] rates = new double[HOURS];
        for (double time : times) {
            rates[hour(time)]++;
        }
        for (int i = 1; i < HOURS; i++) {
            rates[i] += rates[i - 1];
        }
        return rates;
    }

    private static int hour(double time) {
        return (int) (time % DAY / DAY * HOURS);
    }

    /** A time within the span, the hours of the day as frequent as the starts'. */
    private double byRate(double[] rates, SplittableRandom random) {
        for (int tried = 0; tried < HOURS; tried++) {
            double at = random.nextDouble() * rates[HOURS - 1];
            int hour = 0;
            while (rates[hour] <= at) {
                hour++;
            }
            int days = (int) Math.ceil(span / DAY);
            double time = random.nextInt(days) * DAY + (hour + random.nextDouble()) * DAY / HOURS;
            if (time < span) {
                return time;
            }
        }
        return random.nextDouble() * span;
    }
}
