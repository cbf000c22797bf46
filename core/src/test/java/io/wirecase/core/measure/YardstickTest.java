package io.wirecase.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What the usual score says of a day's series, and how much of them it finds beside ours at the same rate of false
 * alarms: one in a hundred over random starts of several kinds.
 */
class YardstickTest {

    private static final int SERIES = 60;
    private static final double DAY = 86_400;

    /** A family of series: how many starts, and whether sizes are all the same. */
    private record Family(String name, Series.Source source, int starts, boolean sameSize) {}

    private static final List<Family> RANDOM = List.of(
            new Family("Poisson, 288 a day, same size", scaled(Series::poisson, 1), 288, true),
            new Family("Poisson, 1,440 a day, same size", scaled(Series::poisson, 0.2), 1_440, true),
            new Family("Poisson, 1,440 a day, sizes vary", scaled(Series::poisson, 0.2), 1_440, false),
            new Family("Poisson, 48 in four hours, same size", scaled(Series::poisson, 1), 48, true));

    private static final List<Family> BEACONS = List.of(
            new Family("300 s, no jitter", Series.sleeping(0, 0), 288, true),
            new Family("300 s, jitter 30 %", Series.sleeping(0.3, 0), 288, true),
            new Family("300 s, jitter 50 %", Series.sleeping(0.5, 0), 288, true),
            new Family("300 s, jitter 30 %, 30 % missed", Series.sleeping(0.3, 0.3), 200, true),
            new Family("300 s, jitter 50 %, 10 % missed", Series.sleeping(0.5, 0.1), 259, true),
            new Family("300 s, jitter 50 %, sizes vary", Series.sleeping(0.5, 0), 288, false),
            new Family("300 s, four hours of the day", Series.sleeping(0.1, 0), 48, true),
            new Family("300 s, one hour, jitter 30 %", Series.sleeping(0.3, 0), 12, true),
            new Family("1 h, jitter 10 %", scaled(Series.sleeping(0.1, 0), 12), 24, true));

    @Test
    void theUsualScoreIsWhatItIsKnownToBe() {
        assertThat(mean(BEACONS.get(0))).isCloseTo(1.0, within(0.02));
        assertThat(mean(BEACONS.get(1))).isCloseTo(0.96, within(0.03));
        assertThat(mean(BEACONS.get(2))).isCloseTo(0.94, within(0.03));
        assertThat(mean(BEACONS.get(3))).isCloseTo(0.86, within(0.03));
        assertThat(mean(BEACONS.get(6))).isCloseTo(0.47, within(0.05));
        assertThat(mean(RANDOM.get(0))).isCloseTo(0.81, within(0.03));
        assertThat(mean(RANDOM.get(1))).isCloseTo(0.85, within(0.03));
        assertThat(mean(RANDOM.get(2))).isCloseTo(0.72, within(0.03));
    }

    @Test
    void atTheSameRateOfFalseAlarmsOursFindsMoreOfEveryFamily() {
        double score = limit(true);
        double chance = -limit(false);
        for (Family family : BEACONS) {
            double usual = share(family, true, score);
            double ours = share(family, false, -chance);
            assertThat(ours).as(family.name()).isGreaterThanOrEqualTo(Math.max(0.95, usual));
        }
    }

    /** Prints the tables of the documentation. */
    public static void main(String[] arguments) {
        double score = limit(true);
        double chance = -limit(false);
        var out = new StringBuilder(String.format("limits: score %.3f, p %.4f%n", score, chance));
        for (Family family : RANDOM) {
            out.append(String.format(
                    "| %s | %.2f | %.2f | %.2f |%n",
                    family.name(), mean(family), share(family, true, score), share(family, false, -chance)));
        }
        for (Family family : BEACONS) {
            out.append(String.format(
                    "| %s | %.2f | %.2f | %.2f |%n",
                    family.name(), mean(family), share(family, true, score), share(family, false, -chance)));
        }
        System.out.println(out);
    }

    private static Series.Source scaled(Series.Source source, double factor) {
        return (random, n) ->
                Arrays.stream(source.draw(random, n)).map(t -> t * factor).toArray();
    }

    /** The limit that one in a hundred of the random series reaches. */
    private static double limit(boolean usual) {
        return Statistics.quantile(
                RANDOM.stream()
                        .flatMapToDouble(f -> Arrays.stream(values(f, usual, 3 * SERIES)))
                        .toArray(),
                0.99);
    }

    private static double share(Family family, boolean usual, double limit) {
        return Arrays.stream(values(family, usual, SERIES))
                        .filter(v -> v > limit)
                        .count()
                / (double) SERIES;
    }

    private static double mean(Family family) {
        return Arrays.stream(values(family, true, SERIES)).average().orElse(0);
    }

    private static double[] values(Family family, boolean usual, int series) {
        SplittableRandom random = new SplittableRandom(family.name().hashCode());
        return IntStream.range(0, series)
                .mapToDouble(i -> {
                    double[] starts = family.source().draw(random, family.starts());
                    double[] inDay = Arrays.stream(starts).filter(t -> t < DAY).toArray();
                    double[] sizes = sizes(family, inDay.length, random);
                    return usual ? Yardstick.of(inDay, sizes, DAY).score() : certainty(inDay, i);
                })
                .toArray();
    }

    /** The more certain, the larger: minus the chance, where the class is periodic. */
    private static double certainty(double[] starts, long seed) {
        Timing timing = Timing.brief(Series.nanos(starts), seed);
        Double p = timing.p();
        return p == null || !timing.type().periodic() ? -1 : -p;
    }

    private static double[] sizes(Family family, int n, SplittableRandom random) {
        double[] sizes = new double[n];
        for (int i = 0; i < n; i++) {
            double normal =
                    Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
            sizes[i] = family.sameSize() ? 417 : 2_000 * Math.exp(normal);
        }
        return sizes;
    }
}
