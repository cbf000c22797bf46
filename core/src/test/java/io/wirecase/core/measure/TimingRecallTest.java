package io.wirecase.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often the right class is found, over families of series drawn from fixed seeds. */
class TimingRecallTest {

    private static final int SERIES = 60;

    @ParameterizedTest(name = "jitter {0}, {2} starts")
    @CsvSource({
        "0, 0, 12",
        "0.1, 0, 12",
        "0.3, 0, 12",
        "0.5, 0, 12",
        "0, 0.1, 12",
        "0.1, 0.1, 12",
        "0.3, 0.1, 12",
        "0.5, 0.1, 14"
    })
    void twelveCallsOfASleepingLoopAreEnough(double jitter, double missed, int n) {
        assertThat(periodic(Series.sleeping(jitter, missed), n)).isGreaterThanOrEqualTo(0.95);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 34, 100})
    void withMuchJitterAndMissesTwentyAre(int n) {
        assertThat(periodic(Series.sleeping(0.5, 0.1), n)).isGreaterThanOrEqualTo(0.95);
    }

    @ParameterizedTest
    @CsvSource({"0", "0.1", "0.3", "0.5"})
    void thirtyFourCallsAreEnoughWhereAThirdIsMissing(double jitter) {
        assertThat(periodic(Series.sleeping(jitter, 0.3), 34)).isGreaterThanOrEqualTo(0.8);
        assertThat(periodic(Series.anchored(jitter, 0.3), 34)).isGreaterThanOrEqualTo(0.95);
    }

    @ParameterizedTest(name = "jitter {0}, missed {1}, {2} starts")
    @CsvSource({
        "0.3, 0, 12, 0.95",
        "0.3, 0.1, 16, 0.9",
        "0.5, 0, 16, 0.95",
        "0.5, 0.1, 24, 0.9",
        "0.3, 0.3, 24, 0.9",
        "0.5, 0.3, 34, 0.8",
        "0.1, 0.5, 16, 0.85",
        "0.3, 0.5, 48, 0.9"
    })
    void oneInTenThousandIsReachedWithFewCalls(double jitter, double missed, int n, double least) {
        SplittableRandom random = new SplittableRandom(n);
        int found = 0;
        for (int i = 0; i < 2 * SERIES; i++) {
            Timing timing =
                    Timing.brief(Series.nanos(Series.sleeping(jitter, missed).draw(random, n)), i);
            found += timing.type().periodic() && timing.p() != null && timing.p() < 1e-4 ? 1 : 0;
        }
        assertThat(found / (2.0 * SERIES)).isGreaterThanOrEqualTo(least);
    }

    @Test
    void delaysDrawnDownFromThePeriodAreFound() {
        assertThat(periodic(Series::shortened, 12)).isGreaterThanOrEqualTo(0.95);
    }

    @ParameterizedTest
    @CsvSource({"12", "34", "100", "288"})
    void aClockIsFoundToAPercentHoweverManyBeatsAreMissing(int n) {
        for (double missed : new double[] {0, 0.1, 0.3, 0.5}) {
            SplittableRandom random = new SplittableRandom(n);
            for (int series = 0; series < SERIES; series++) {
                Timing timing = read(Series.anchored(0.02, missed), n, random, series);
                Comb comb = Objects.requireNonNull(timing.comb());
                assertThat(comb.periodSeconds()).isCloseTo(300, within(3.0));
            }
        }
    }

    @Test
    void hundredsOfCallsWithSomeJitterGiveThePeriodToAPercent() {
        SplittableRandom random = new SplittableRandom(1);
        int close = 0;
        for (int series = 0; series < SERIES; series++) {
            Comb comb = read(Series.sleeping(0.1, 0.1), 288, random, series).comb();
            close += comb != null && Math.abs(comb.periodSeconds() - 300) <= 3 ? 1 : 0;
        }
        assertThat(close).isGreaterThanOrEqualTo(SERIES * 95 / 100);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 34", "0.1, 288", "0.3, 34", "0.3, 288", "0.5, 34", "0.5, 288"})
    void theIntervalHoldsThePeriodAboutAsOftenAsItSays(double jitter, int n) {
        SplittableRandom random = new SplittableRandom(n);
        int held = 0;
        for (int series = 0; series < 2 * SERIES; series++) {
            Comb comb = read(Series.sleeping(jitter, 0), n, random, series).comb();
            held += comb != null && comb.low() <= 300 && comb.high() >= 300 ? 1 : 0;
        }
        assertThat(held).isGreaterThanOrEqualTo(2 * SERIES * 85 / 100);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 12, 34, 100})
    void randomStartsAreCalledPeriodicOnceInAHundredAtMost(int n) {
        assertThat(periodic(Series::poisson, n, 400)).isLessThanOrEqualTo(0.01);
        assertThat(periodic(Series::byDay, n, 400)).isLessThanOrEqualTo(0.01);
        assertThat(periodic(Series::human, n, 400)).isLessThanOrEqualTo(0.01);
        assertThat(periodic(Series::bursts, n, 400)).isLessThanOrEqualTo(0.01);
        assertThat(periodic(Series::logUniform, n, 400)).isLessThanOrEqualTo(0.01);
    }

    @Test
    void oneInTenThousandIsHardlyEverReachedByChance() {
        SplittableRandom random = new SplittableRandom(5);
        int reached = 0;
        for (int series = 0; series < 4_000; series++) {
            Timing timing = Timing.brief(Series.nanos(Series.poisson(random, 8 + series % 30)), series);
            reached += timing.p() != null && timing.p() < 1e-4 ? 1 : 0;
        }
        assertThat(reached).isLessThanOrEqualTo(2);
    }

    @Test
    void aClockIsToldFromALoopThatSleeps() {
        SplittableRandom random = new SplittableRandom(2);
        int anchored = 0;
        int sleeping = 0;
        int mistaken = 0;
        for (int series = 0; series < SERIES; series++) {
            Comb clock = read(Series.anchored(0.1, 0.1), 48, random, series).comb();
            Comb loop = read(Series.sleeping(0.1, 0.1), 48, random, series).comb();
            anchored += clock != null && clock.clock() == Clock.ANCHORED ? 1 : 0;
            sleeping += loop != null && loop.clock() == Clock.SLEEPING ? 1 : 0;
            mistaken += loop != null && loop.clock() == Clock.ANCHORED ? 1 : 0;
        }
        assertThat(anchored).isGreaterThanOrEqualTo(SERIES * 95 / 100);
        assertThat(sleeping).isGreaterThanOrEqualTo(SERIES * 85 / 100);
        assertThat(mistaken).isLessThanOrEqualTo(3);
    }

    @Test
    void twoClocksAreTakenApart() {
        SplittableRandom random = new SplittableRandom(3);
        int apart = 0;
        for (int series = 0; series < 10; series++) {
            Timing timing = read(Series::twoClocks, 100, random, series);
            boolean both = timing.type() == TimingClass.MULTI_PERIODIC
                    && timing.combs().stream().anyMatch(c -> Math.abs(c.periodSeconds() - 300) <= 3)
                    && timing.combs().stream().anyMatch(c -> Math.abs(c.periodSeconds() - 420) <= 4.2);
            apart += both ? 1 : 0;
        }
        assertThat(apart).isGreaterThanOrEqualTo(7);
    }

    @ParameterizedTest(name = "jitter {0}, missed {1}, {2} starts")
    @CsvSource({"0.1, 0.3, 34, 1", "0.3, 0.1, 12, 0.88", "0.3, 0.1, 34, 0.93", "0.3, 0.3, 34, 0.8", "0.3, 0.3, 48, 0.8"
    })
    void theMeanDelayIsRightToAPercentNearlyAsOftenAsBeatsCanBeCounted(
            double jitter, double missed, int n, double ofBound) {
        BeatBound found = BeatBound.of(jitter, missed, n, 4 * SERIES);
        assertThat(found.ours()).isGreaterThanOrEqualTo(ofBound * found.bound());
        assertThat(found.covered()).isGreaterThanOrEqualTo(0.8);
    }

    private static double periodic(Series.Source source, int n) {
        return periodic(source, n, SERIES);
    }

    private static double periodic(Series.Source source, int n, int series) {
        SplittableRandom random = new SplittableRandom(n);
        int found = 0;
        for (int i = 0; i < series; i++) {
            found += read(source, n, random, i).type().periodic() ? 1 : 0;
        }
        return (double) found / series;
    }

    private static Timing read(Series.Source source, int n, SplittableRandom random, long seed) {
        return Timing.of(Series.nanos(source.draw(random, n)), seed);
    }
}
