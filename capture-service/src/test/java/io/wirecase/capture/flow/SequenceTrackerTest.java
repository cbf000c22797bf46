package io.wirecase.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SequenceTrackerTest {

    private final SequenceTracker tracker = new SequenceTracker();

    @Test
    void newBytesAreNoRepetition() {
        assertThat(tracker.repeats(100, 10)).isFalse();
        assertThat(tracker.repeats(110, 10)).isFalse();
        assertThat(tracker.repeats(105, 25)).isTrue();
        assertThat(tracker.repeats(130, 10)).isFalse();
    }

    @Test
    void bytesThatFillAHoleAreLateOnce() {
        tracker.start(0);
        assertThat(tracker.repeats(30, 10)).isFalse();

        assertThat(tracker.repeats(10, 10)).isFalse();
        assertThat(tracker.repeats(0, 10)).isFalse();
        assertThat(tracker.repeats(20, 10)).isFalse();

        assertThat(tracker.repeats(10, 10)).isTrue();
        assertThat(tracker.repeats(0, 40)).isTrue();
    }

    @Test
    void aKeepAliveProbeIsNoRepetition() {
        tracker.repeats(0, 100);

        assertThat(tracker.repeats(99, 1)).isFalse();
        assertThat(tracker.repeats(98, 1)).isTrue();
    }

    @Test
    void numbersMayWrapAndHolesAreForgottenOldestFirst() {
        tracker.start(-50);
        for (int i = 0; i < 20; i++) {
            assertThat(tracker.repeats(-50 + 10 + i * 20, 10)).isFalse();
        }

        assertThat(tracker.repeats(-50, 10)).isTrue();
        assertThat(tracker.repeats(-50 + 19 * 20, 10)).isFalse();
    }
}
