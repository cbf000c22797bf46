package io.wirecase.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimingTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void aBeatEveryFiveMinutesIsPeriodicAndItsPeriodIsFound() {
        SplittableRandom random = new SplittableRandom(7);
        long[] starts = LongStream.range(0, 100)
                .map(i -> i * 300 * SECOND + random.nextLong(SECOND))
                .toArray();

        Timing timing = Timing.of(starts, 1);

        assertThat(timing.type()).isEqualTo(TimingClass.PERIODIC);
        Comb comb = Objects.requireNonNull(timing.comb());
        assertThat(comb.periodSeconds()).isCloseTo(300, within(0.5));
        assertThat(comb.low()).isLessThanOrEqualTo(comb.periodSeconds());
        assertThat(comb.high()).isGreaterThanOrEqualTo(comb.periodSeconds());
        assertThat(comb.missed()).isZero();
        assertThat(timing.p()).isLessThan(0.01);
    }

    @Test
    void missedBeatsAreCountedAndDoNotMoveThePeriod() {
        long[] starts = LongStream.range(0, 139)
                .filter(i -> i % 9 != 4 && (i < 60 || i > 75))
                .map(i -> i * 300 * SECOND)
                .toArray();

        Timing timing = Timing.of(starts, 2);

        assertThat(timing.type()).isEqualTo(TimingClass.PERIODIC_WITH_GAPS);
        Comb comb = Objects.requireNonNull(timing.comb());
        assertThat(comb.periodSeconds()).isCloseTo(300, within(0.01));
        assertThat(comb.missed()).isEqualTo(139 - starts.length);
    }

    @Test
    void aSleepThatJittersByHalfIsFoundFromFortyEvents() {
        SplittableRandom random = new SplittableRandom(3);
        long[] starts = new long[40];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + (long) ((150 + 300 * random.nextDouble()) * SECOND);
        }

        Timing timing = Timing.of(starts, 3);

        assertThat(timing.type().periodic()).isTrue();
        assertThat(timing.p()).isLessThan(0.01);
    }

    @Test
    void randomEventsAreHardlyEverCalledPeriodic() {
        int called = 0;
        for (int seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long[] starts = random.longs(60, 0, 14_400 * SECOND).toArray();
            called += Timing.of(starts, seed).type().periodic() ? 1 : 0;
        }
        assertThat(called).isLessThanOrEqualTo(3);
    }

    @Test
    void aFewStartsThatOnlyMissedBeatsPutOnACombHaveNoPeriod() {
        SplittableRandom random = new SplittableRandom(11);
        int periodic = 0;
        for (int series = 0; series < 200; series++) {
            long[] starts = new long[7];
            for (int i = 1; i < starts.length; i++) {
                starts[i] = starts[i - 1] + (long) ((60 + 2_000 * random.nextDouble()) * SECOND);
            }
            periodic += Timing.of(starts, series).type().periodic() ? 1 : 0;
        }

        assertThat(periodic).isLessThanOrEqualTo(2);
    }

    @Test
    void burstsAtRandomAreHardlyEverCalledPeriodic() {
        int called = 0;
        for (int seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long[] starts = new long[32];
            double at = 0;
            for (int burst = 0; burst < 8; burst++) {
                at += 30 - 900 * Math.log(1 - random.nextDouble());
                for (int i = 0; i < 4; i++) {
                    starts[burst * 4 + i] = (long) (at * SECOND) + i * 2_000_000L;
                }
            }
            called += Timing.of(starts, seed).type().periodic() ? 1 : 0;
        }
        assertThat(called).isLessThanOrEqualTo(3);
    }

    @Test
    void delaysOfAnyLengthUpToAnHourAreSeldomCalledPeriodicHoweverMany() {
        int called = 0;
        for (int seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long[] starts = new long[30];
            for (int i = 1; i < starts.length; i++) {
                starts[i] = starts[i - 1] + (long) ((60 + 3_540 * random.nextDouble()) * SECOND);
            }
            called += Timing.of(starts, seed).type().periodic() ? 1 : 0;
        }
        assertThat(called).isLessThanOrEqualTo(20);
    }

    @Test
    void tooFewEventsSayNothing() {
        Timing timing = Timing.of(new long[] {0, 300 * SECOND, 600 * SECOND, 900 * SECOND}, 1);

        assertThat(timing.type()).isEqualTo(TimingClass.INSUFFICIENT);
        assertThat(timing.p()).isNull();
        assertThat(timing.comb()).isNull();
        assertThat(timing.events()).isEqualTo(4);
    }

    @Test
    void attemptsWithinSecondsAreOneEpisode() {
        long[] starts = LongStream.range(0, 12)
                .flatMap(i ->
                        LongStream.of(0, 1, 2, 3).map(k -> i * i * 97 * SECOND + 600 * i * SECOND + k * SECOND / 2))
                .toArray();

        Timing timing = Timing.of(starts, 5);

        assertThat(timing.episodes()).isEqualTo(12);
        assertThat(Objects.requireNonNull(timing.bursts()).sizeMax()).isEqualTo(4);
    }

    @Test
    void shiftingAllTimesByYearsChangesNothing() {
        long[] starts = LongStream.range(0, 50).map(i -> i * 300 * SECOND).toArray();
        long[] shifted =
                LongStream.of(starts).map(t -> t + 315_360_000L * SECOND).toArray();

        assertThat(Timing.of(shifted, 9)).isEqualTo(Timing.of(starts, 9));
    }

    @Test
    void noEventsAreInsufficient() {
        assertThat(Timing.of(new long[0], 1).type()).isEqualTo(TimingClass.INSUFFICIENT);
    }

    @Test
    void aPollThatStepsThroughPowersOfTwoIsATimeClients() {
        double at = 0;
        long[] starts = new long[24];
        int power = 5;
        for (int i = 1; i < starts.length; i++) {
            at += Math.pow(2, power);
            power = i % 3 == 0 ? Math.min(11, power + 1) : power;
            starts[i] = (long) (at * SECOND);
        }

        assertThat(Timing.of(starts, 1).type()).isEqualTo(TimingClass.NTP_LIKE);
    }

    @Test
    void aPeriodOfAPowerOfTwoWithMissedBeatsIsNoPollOfATimeClient() {
        SplittableRandom random = new SplittableRandom(4);
        long[] starts = LongStream.range(0, 60)
                .filter(i -> random.nextInt(10) > 0)
                .map(i -> i * 64 * SECOND)
                .toArray();

        assertThat(Timing.of(starts, 1).type().periodic()).isTrue();
    }

    @Test
    void delaysThatDoubleAreABackOff() {
        long[] starts = new long[9];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + (3L << i) * SECOND;
        }

        assertThat(Timing.of(starts, 1).type()).isEqualTo(TimingClass.BACKOFF);
    }

    @Test
    void officeHoursOverAFortnightAreAHabitOfTheDayAndNoPeriod() {
        SplittableRandom random = new SplittableRandom(8);
        long[] starts = LongStream.range(0, 200)
                .map(i -> (i % 14 * 86_400 + 9 * 3_600 + random.nextLong(6 * 3_600)) * SECOND)
                .toArray();

        assertThat(Timing.of(starts, 1).type()).isIn(TimingClass.DIURNAL, TimingClass.BURSTY);
    }

    @Test
    void aChanceIsStatedWithWhatItWasComparedWith() {
        long[] starts = LongStream.range(0, 40).map(i -> i * 60 * SECOND).toArray();

        Timing timing = Timing.of(starts, 1);

        assertThat(timing.p()).isEqualTo(Timing.LEAST_P);
        assertThat(timing.against()).isEqualTo(TimingNull.SPACING);
    }
}
