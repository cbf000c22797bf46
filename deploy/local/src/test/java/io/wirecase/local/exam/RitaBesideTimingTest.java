package io.wirecase.local.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wirecase.core.measure.Timing;
import io.wirecase.local.exam.mark.Rita;
import io.wirecase.scenarios.exam.Beats;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What RITA's score says of a day's series, and how much of them it finds beside ours at the same rate of false alarms:
 * one in a hundred over random starts of several kinds.
 */
class RitaBesideTimingTest {

    private static final int SERIES = 60;
    private static final long DAY = 86_400;
    private static final double NANOS = 1e9;

    /** A family of series: when they start, and whether sizes are all the same. */
    private record Family(String name, Function<SplittableRandom, Beats> beats, boolean sameSize) {}

    private static final List<Family> RANDOM = List.of(
            random("Poisson, 288 a day, same size", 288, 300, true),
            random("Poisson, 1,440 a day, same size", 1_440, 60, true),
            random("Poisson, 1,440 a day, sizes vary", 1_440, 60, false),
            random("Poisson, 48 in four hours, same size", 48, 300, true));

    private static final List<Family> BEACONS = List.of(
            beacon("beacon 300 s, no jitter", 288, 300, 0, 0),
            beacon("beacon 300 s, jitter 30 %", 288, 300, 0.3, 0),
            beacon("beacon 300 s, jitter 50 %", 288, 300, 0.5, 0),
            beacon("beacon 300 s, jitter 30 %, 30 % missed", 200, 300, 0.3, 0.3),
            beacon("beacon 300 s, jitter 50 %, 10 % missed", 259, 300, 0.5, 0.1),
            new Family("beacon 300 s, jitter 50 %, sizes vary", r -> Beats.sleeping(r, 288, 300, 0.5, 0), false),
            beacon("beacon 300 s, four hours of the day", 48, 300, 0.1, 0),
            beacon("beacon 300 s, one hour, jitter 30 %", 12, 300, 0.3, 0),
            beacon("beacon 1 h, jitter 10 %", 24, 3_600, 0.1, 0));

    @Test
    void theScoreIsWhatItIsKnownToBe() {
        double[] known = {1.0, 0.96, 0.94, 0.86};
        for (int i = 0; i < known.length; i++) {
            assertThat(mean(BEACONS.get(i))).as(BEACONS.get(i).name()).isCloseTo(known[i], within(0.03));
        }
        assertThat(mean(BEACONS.get(6))).isCloseTo(0.47, within(0.05));
        assertThat(mean(RANDOM.get(0))).isCloseTo(0.81, within(0.03));
        assertThat(mean(RANDOM.get(1))).isCloseTo(0.85, within(0.03));
        assertThat(mean(RANDOM.get(2))).isCloseTo(0.72, within(0.03));
    }

    @Test
    void atTheSameRateOfFalseAlarmsOursFindsMoreOfEveryFamily() {
        double score = limit(RitaBesideTimingTest::score);
        double certainty = limit(RitaBesideTimingTest::certainty);
        for (Family family : BEACONS) {
            double usual = share(family, RitaBesideTimingTest::score, score);
            double ours = share(family, RitaBesideTimingTest::certainty, certainty);
            assertThat(ours).as(family.name()).isGreaterThanOrEqualTo(Math.max(0.95, usual));
        }
    }

    /** Prints the table of the documentation. */
    public static void main(String[] arguments) {
        double score = limit(RitaBesideTimingTest::score);
        double certainty = limit(RitaBesideTimingTest::certainty);
        StringBuilder out = new StringBuilder(String.format("limits: score %.3f, p %.4f%n", score, -certainty));
        Stream.concat(RANDOM.stream(), BEACONS.stream())
                .forEach(family -> out.append(String.format(
                        "| %s | %.2f | %.2f | %.2f |%n",
                        family.name(),
                        mean(family),
                        share(family, RitaBesideTimingTest::score, score),
                        share(family, RitaBesideTimingTest::certainty, certainty))));
        System.out.print(out);
    }

    private static Family beacon(String name, int events, double period, double jitter, double missed) {
        return new Family(name, chance -> Beats.sleeping(chance, events, period, jitter, missed), true);
    }

    private static Family random(String name, int events, double mean, boolean sameSize) {
        return new Family(name, chance -> Beats.random(chance, events, mean), sameSize);
    }

    /** What tells a series: the more, the likelier a beacon. */
    private interface Judge {
        double judge(double[] seconds, long[] sizes, int seed);
    }

    private static double score(double[] seconds, long[] sizes, int seed) {
        return Rita.score(Arrays.stream(seconds).mapToLong(s -> (long) s).toArray(), sizes, 0, DAY);
    }

    /** Minus the chance, where the class is periodic. */
    private static double certainty(double[] seconds, long[] sizes, int seed) {
        Timing timing = Timing.brief(
                Arrays.stream(seconds).mapToLong(s -> (long) (s * NANOS)).toArray(), seed);
        Double p = timing.p();
        return p == null || !timing.type().periodic() ? -1 : -p;
    }

    /** The limit that one in a hundred of the random series reaches. */
    private static double limit(Judge judge) {
        double[] sorted = RANDOM.stream()
                .flatMapToDouble(family -> Arrays.stream(values(family, judge, 3 * SERIES)))
                .sorted()
                .toArray();
        return sorted[(int) (0.99 * (sorted.length - 1))];
    }

    private static double share(Family family, Judge judge, double limit) {
        return (double) Arrays.stream(values(family, judge, SERIES))
                        .filter(v -> v > limit)
                        .count()
                / SERIES;
    }

    private static double mean(Family family) {
        return Arrays.stream(values(family, RitaBesideTimingTest::score, SERIES))
                .average()
                .orElse(0);
    }

    private static double[] values(Family family, Judge judge, int series) {
        SplittableRandom chance = new SplittableRandom(family.name().hashCode());
        return IntStream.range(0, series)
                .mapToDouble(seed -> {
                    double[] inDay = family.beats().apply(chance).seconds().stream()
                            .mapToDouble(Double::doubleValue)
                            .filter(second -> second < DAY)
                            .toArray();
                    return judge.judge(inDay, sizes(family, inDay.length, chance), seed);
                })
                .toArray();
    }

    private static long[] sizes(Family family, int n, SplittableRandom chance) {
        long[] sizes = new long[n];
        for (int i = 0; i < n; i++) {
            double normal =
                    Math.sqrt(-2 * Math.log(1 - chance.nextDouble())) * Math.cos(2 * Math.PI * chance.nextDouble());
            sizes[i] = family.sameSize() ? 417 : (long) (2_000 * Math.exp(normal));
        }
        return sizes;
    }
}
