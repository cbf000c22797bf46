package io.wirecase.local.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wirecase.local.exam.mark.Rita;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The yardstick gives the scores that are known of the formula on simulated days. */
class RitaTest {

    private static final long DAY = 86_400;

    @Test
    void aPerfectBeaconScoresOneAndOneOfFourHoursLessThanHalf() {
        long[] whole = every(0, 300, 288);
        assertThat(Rita.score(whole, sizes(whole.length), 0, DAY)).isCloseTo(1, within(0.01));
        long[] four = every(30_000, 300, 48);
        assertThat(Rita.score(four, sizes(four.length), 0, DAY)).isBetween(0.4, 0.55);
    }

    @Test
    void aRandomDayOfEqualSizesScoresEightTenths() {
        SplittableRandom chance = new SplittableRandom(4);
        double sum = 0;
        for (int day = 0; day < 50; day++) {
            long[] stamps = new long[288];
            Arrays.setAll(stamps, any -> chance.nextLong(DAY));
            sum += Rita.score(stamps, sizes(stamps.length), 0, DAY);
        }
        assertThat(sum / 50).isCloseTo(0.81, within(0.03));
    }

    @Test
    void tooFewConnectionsScoreNothing() {
        assertThat(Rita.score(every(0, 60, 3), sizes(3), 0, DAY)).isZero();
    }

    private static long[] every(long from, long gap, int count) {
        long[] stamps = new long[count];
        Arrays.setAll(stamps, i -> from + i * gap);
        return stamps;
    }

    private static long[] sizes(int count) {
        long[] sizes = new long[count];
        Arrays.fill(sizes, 700);
        return sizes;
    }
}
