package io.wirecase.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankOrderTest {

    @Test
    void portsOneAfterTheOtherAreInOrderUpwardsAndDownwards() {
        double[] up = IntStream.range(0, 20).mapToDouble(i -> 1_000 + 3 * i).toArray();
        double[] down = IntStream.range(0, 20).mapToDouble(i -> 254 - i).toArray();
        assertThat(RankOrder.of(up).correlation()).isCloseTo(1, within(1e-12));
        assertThat(RankOrder.of(down).correlation()).isCloseTo(-1, within(1e-12));
        assertThat(RankOrder.of(up).orderly()).isTrue();
        assertThat(RankOrder.of(down).orderly()).isTrue();
    }

    @Test
    void whatComesInAnyOrderIsCalledOrderlyAsOftenAsSaid() {
        Random chance = new Random(5);
        int orderly = 0;
        for (int i = 0; i < 2_000; i++) {
            if (RankOrder.of(chance.doubles(30).toArray()).orderly()) {
                orderly++;
            }
        }
        assertThat(orderly).isBetween(4, 40);
    }

    @Test
    void theProbabilityIsThatOfTheNormalDistribution() {
        // The squares of how far ranks are off add up to 16; two tails of the normal distribution beyond 2.932.
        double[] values = {3, 1, 2, 4, 6, 5, 8, 7, 11, 9, 10};
        RankOrder order = RankOrder.of(values);
        assertThat(order.correlation()).isCloseTo(1 - 6.0 * 16 / (11 * 120), within(1e-12));
        assertThat(order.p()).isCloseTo(0.0034, within(3e-4));
    }

    @Test
    void fewValuesAndEqualOnesHaveNoOrder() {
        assertThat(RankOrder.of(1, 2, 3, 4, 5, 6, 7, 8, 9).p()).isEqualTo(1);
        assertThat(RankOrder.of(new double[40]).p()).isEqualTo(1);
    }
}
