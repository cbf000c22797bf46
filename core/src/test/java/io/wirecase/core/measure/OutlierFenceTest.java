package io.wirecase.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OutlierFenceTest {

    @Test
    void nineteenAmountsAreNotEnough() {
        OutlierFence fence = OutlierFence.of(new double[19]);
        assertThat(fence.limit()).isNull();
        assertThat(fence.spread()).isNull();
        assertThat(fence.beyond(1e12)).isFalse();
    }

    @Test
    void amongAmountsThatAreAllAlikeTheRatioDecides() {
        double[] same = new double[40];
        Arrays.fill(same, 999);
        OutlierFence fence = OutlierFence.of(same);
        assertThat(fence.limit()).isEqualTo(9_999, within(1e-6));
        assertThat(fence.beyond(9_999)).isFalse();
        assertThat(fence.beyond(10_001)).isTrue();
    }

    @Test
    void theOutliersThemselvesDoNotMoveTheFence() {
        double[] amounts = new double[40];
        Arrays.fill(amounts, 999);
        Arrays.fill(amounts, 0, 10, 1e12);
        assertThat(OutlierFence.of(amounts).limit()).isEqualTo(9_999, within(1e-6));
    }

    @Test
    void amountsThatSpreadOverPowersOfTenSeldomLieBeyond() {
        SplittableRandom chance = new SplittableRandom(11);
        int beyond = 0;
        for (int round = 0; round < 500; round++) {
            double[] amounts = new double[100];
            Arrays.setAll(amounts, i -> Math.exp(9 + 2 * gaussian(chance)));
            OutlierFence fence = OutlierFence.of(amounts);
            beyond += Arrays.stream(amounts).anyMatch(fence::beyond) ? 1 : 0;
        }
        assertThat(beyond).isLessThanOrEqualTo(5);
    }

    private static double gaussian(SplittableRandom chance) {
        return Math.sqrt(-2 * Math.log(1 - chance.nextDouble())) * Math.cos(2 * Math.PI * chance.nextDouble());
    }
}
