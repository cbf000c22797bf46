package io.wirecase.capture.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.tcp.SequenceTracker.Seen;
import org.junit.jupiter.api.Test;

class SequenceTrackerTest {

    private final SequenceTracker tracker = new SequenceTracker();

    @Test
    void newBytesAreNoRepetition() {
        assertThat(tracker.take(100, 10)).isNotEqualTo(Seen.AGAIN);
        assertThat(tracker.take(110, 10)).isNotEqualTo(Seen.AGAIN);
        assertThat(tracker.take(105, 25)).isEqualTo(Seen.AGAIN);
        assertThat(tracker.take(130, 10)).isNotEqualTo(Seen.AGAIN);
    }

    @Test
    void bytesThatFillAHoleAreLateOnce() {
        tracker.start(0);
        assertThat(tracker.take(30, 10)).isNotEqualTo(Seen.AGAIN);

        assertThat(tracker.take(10, 10)).isNotEqualTo(Seen.AGAIN);
        assertThat(tracker.take(0, 10)).isNotEqualTo(Seen.AGAIN);
        assertThat(tracker.take(20, 10)).isNotEqualTo(Seen.AGAIN);

        assertThat(tracker.take(10, 10)).isEqualTo(Seen.AGAIN);
        assertThat(tracker.take(0, 40)).isEqualTo(Seen.AGAIN);
    }

    @Test
    void aKeepAliveProbeIsNoRepetition() {
        tracker.take(0, 100);

        assertThat(tracker.take(99, 1)).isNotEqualTo(Seen.AGAIN);
        assertThat(tracker.take(98, 1)).isEqualTo(Seen.AGAIN);
    }

    @Test
    void numbersMayWrapAndHolesAreForgottenOldestFirst() {
        tracker.start(-50);
        for (int i = 0; i < 20; i++) {
            assertThat(tracker.take(-50 + 10 + i * 20, 10)).isNotEqualTo(Seen.AGAIN);
        }

        assertThat(tracker.take(-50, 10)).isEqualTo(Seen.AGAIN);
        assertThat(tracker.take(-50 + 19 * 20, 10)).isNotEqualTo(Seen.AGAIN);
    }
}
