package io.wirecase.core.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DistinctSampleTest {

    @Test
    void upToTheLimitTheCountIsExactHoweverOftenAValueComes() {
        DistinctSample sample = new DistinctSample(100);
        for (int i = 0; i < 1_000; i++) {
            sample.add("name" + i % 90);
        }
        assertThat(sample.count()).isEqualTo(90);
        assertThat(sample.level()).isZero();
    }

    @Test
    void beyondItTheEstimateStaysNear() {
        DistinctSample sample = new DistinctSample(256);
        for (long i = 0; i < 100_000; i++) {
            sample.add(i);
        }
        assertThat(sample.count()).isBetween(80_000L, 120_000L);
        assertThat(sample.hashes()).hasSizeLessThanOrEqualTo(256);
    }

    @Test
    void orderAndCutMakeNoDifference() {
        List<Long> values = new ArrayList<>();
        for (long i = 0; i < 3_000; i++) {
            values.add(i * i);
        }
        long[] expected = hashes(values, 3_000);
        Random chance = new Random(3);
        for (int round = 0; round < 10; round++) {
            Collections.shuffle(values, chance);
            assertThat(hashes(values, 1 + chance.nextInt(3_000))).isEqualTo(expected);
        }
    }

    @Test
    void whatIsStoredComesBack() {
        DistinctSample sample = new DistinctSample(64);
        for (long i = 0; i < 1_000; i++) {
            sample.add(i);
        }
        DistinctSample again = new DistinctSample(64);
        again.restore(sample.level(), sample.hashes());
        assertThat(again.count()).isEqualTo(sample.count());
        assertThat(again.hashes()).isEqualTo(sample.hashes());
    }

    private static long[] hashes(List<Long> values, int cut) {
        DistinctSample first = new DistinctSample(128);
        values.subList(0, cut).forEach(first::add);
        DistinctSample second = new DistinctSample(128);
        values.subList(cut, values.size()).forEach(second::add);
        second.addAll(first);
        return second.hashes();
    }
}
