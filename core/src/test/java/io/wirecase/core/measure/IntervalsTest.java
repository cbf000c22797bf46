package io.wirecase.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class IntervalsTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void aBeatFallsIntoTheMiddleOfABinAndAMissedOneIntoTheMiddleOfAnother() {
        long[] starts = LongStream.range(0, 100)
                .filter(i -> i % 10 != 4)
                .map(i -> i * 300 * SECOND + i % 7 * SECOND)
                .toArray();

        Intervals intervals =
                Objects.requireNonNull(Intervals.of(starts, Timing.of(starts, 1).comb()));

        assertThat(intervals.widthSeconds()).isCloseTo(75, within(1.0));
        assertThat(intervals.counts().get(4)).isEqualTo(79);
        assertThat(intervals.centreSeconds(4)).isCloseTo(300, within(2.0));
        assertThat(intervals.counts().get(8)).isEqualTo(10);
        assertThat(intervals.n()).isEqualTo(89);
    }

    @Test
    void everyIntervalIsInABinOrBeyondTheLast() {
        long[] starts = {0, SECOND * 20, SECOND * 41, SECOND * 60, SECOND * 81, SECOND * 9_000, SECOND * 9_020};

        Intervals intervals = Objects.requireNonNull(Intervals.of(starts, null));

        int binned = intervals.counts().stream().mapToInt(Integer::intValue).sum();
        assertThat(intervals.beyond()).isEqualTo(1);
        assertThat(binned + intervals.beyond()).isEqualTo(intervals.n());
    }

    @Test
    void tooFewEpisodesHaveNoHistogram() {
        assertThat(Intervals.of(new long[] {0, SECOND * 60, SECOND * 120}, null))
                .isNull();
        assertThat(Intervals.of(new long[0], null)).isNull();
    }
}
