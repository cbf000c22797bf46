package io.wirecase.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {

    @Test
    void aChanceCountsForTheTestsMadeAndItsRank() {
        double[] q = FalseDiscovery.q(new double[] {0.04, 0.001, 0.03, 0.5}, 0);

        assertThat(q).containsExactly(new double[] {0.04 * 4 / 3, 0.004, 0.04 * 4 / 3, 0.5}, within(1e-12));
    }

    @Test
    void testsThatFoundNothingCountToo() {
        assertThat(FalseDiscovery.q(new double[] {0.0001}, 200)).containsExactly(new double[] {0.02}, within(1e-12));
        assertThat(FalseDiscovery.q(new double[] {0.2}, 200)).containsExactly(1.0);
    }

    @Test
    void noTestsHaveNone() {
        assertThat(FalseDiscovery.q(new double[0], 7)).isEmpty();
    }
}
