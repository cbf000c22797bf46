package io.wirecase.core.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Prints the tables of docs/timing.md: what is found of each family of series, and what it costs. */
final class TimingTables {

    private static final int SERIES = 200;
    private static final int MANY = 1000;
    private static final int[] STARTS = {12, 16, 34, 100, 288};

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private TimingTables() {}

    /** Runs. */
    public static void main(String[] arguments) {
        Map<String, Series.Source> sources = sources();
        // Warm up, so that costs are those of a program that runs.
        sources.forEach((name, source) -> row(source, 34, 20));
        StringBuilder out = new StringBuilder();
        sources.forEach((name, source) -> {
            out.append("| ").append(name);
            for (int starts : STARTS) {
                out.append(" | ").append(row(source, starts, SERIES));
            }
            out.append(" |\n");
        });
        out.append(cost("cheap look", Series::poisson, t -> Timing.evenness(t) < 1));
        out.append(cost(
                "periodic", Series.sleeping(0.2, 0.1), t -> Timing.brief(t, 1).comb() != null));
        out.append(cost("random", Series::poisson, t -> Timing.brief(t, 1).comb() != null));
        out.append(cost(
                "random, with periodogram",
                Series::poisson,
                t -> Timing.of(t, 1).comb() != null));
        out.append(counted());
        System.out.println(out);
    }

    /** How often the mean delay is right to a percent, beside how often it could be. */
    private static String counted() {
        StringBuilder out = new StringBuilder();
        for (double[] each : new double[][] {
            {0.1, 0.3, 34},
            {0.3, 0.1, 12},
            {0.3, 0.1, 34},
            {0.3, 0.3, 34},
            {0.3, 0.3, 48},
            {0.5, 0.1, 12},
            {0.5, 0.1, 34}
        }) {
            BeatBound bound = BeatBound.of(each[0], each[1], (int) each[2], MANY);
            out.append(String.format(
                    "| %.0f %%, %.0f %% | %.0f | %.2f | %.2f | %.2f |%n",
                    100 * each[0], 100 * each[1], each[2], bound.bound(), bound.ours(), bound.covered()));
        }
        return out.toString();
    }

    private static Map<String, Series.Source> sources() {
        Map<String, Series.Source> sources = new LinkedHashMap<>();
        for (double jitter : new double[] {0, 0.1, 0.3, 0.5}) {
            for (double missed : new double[] {0, 0.1, 0.3, 0.5}) {
                String name = String.format("sleeping, jitter %.0f %%, missed %.0f %%", jitter * 100, missed * 100);
                sources.put(name, Series.sleeping(jitter, missed));
            }
        }
        for (double missed : new double[] {0, 0.3, 0.5}) {
            String name = String.format("anchored, late up to 30 %%, missed %.0f %%", missed * 100);
            sources.put(name, Series.anchored(0.3, missed));
        }
        sources.put("shortened by up to half", Series::shortened);
        sources.put("Poisson", Series::poisson);
        sources.put("Poisson by day", Series::byDay);
        sources.put("pauses of a person", Series::human);
        sources.put("bursts at random", Series::bursts);
        sources.put("even over powers", Series::logUniform);
        return sources;
    }

    private static String cost(String name, Series.Source source, Predicate<long[]> what) {
        StringBuilder out = new StringBuilder("| ").append(name);
        for (int starts : STARTS) {
            SplittableRandom random = new SplittableRandom(starts);
            int held = 0;
            long nanos = 0;
            for (int i = 0; i < SERIES; i++) {
                long[] drawn = Series.nanos(source.draw(random, starts));
                long before = CPU.getCurrentThreadCpuTime();
                held += what.test(drawn) ? 1 : 0;
                nanos += CPU.getCurrentThreadCpuTime() - before;
            }
            out.append(String.format(" | %d (%d)", nanos / SERIES / 1000, held));
        }
        return out.append(" |\n").toString();
    }

    private static String row(Series.Source source, int starts, int series) {
        SplittableRandom random = new SplittableRandom(starts);
        int periodic = 0;
        int certain = 0;
        int close = 0;
        for (int i = 0; i < series; i++) {
            long[] drawn = Series.nanos(source.draw(random, starts));
            Timing timing = Timing.brief(drawn, i);
            Comb comb = timing.comb();
            Double p = timing.p();
            periodic += comb == null ? 0 : 1;
            certain += comb == null || p == null || p >= 1e-4 ? 0 : 1;
            close += comb == null || Math.abs(comb.periodSeconds() / Series.PERIOD - 1) > 0.01 ? 0 : 1;
        }
        double all = series;
        return String.format("%.2f / %.2f / %.2f", periodic / all, certain / all, close / Math.max(1.0, periodic));
    }
}
