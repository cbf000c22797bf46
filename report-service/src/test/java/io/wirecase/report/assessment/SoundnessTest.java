package io.wirecase.report.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.wire.Accounts;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Losses;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SoundnessTest {

    private static final Losses NONE = new Losses(0, 100, 0, 0, 0, 0, 0);

    @Test
    void aCaptureThatShowsNothingMissingIsSound() {
        assertThat(sound(0, NONE)).isTrue();
        assertThat(sound(0, null)).as("not counted").isTrue();
        assertThat(Soundness.sound(List.of())).isTrue();
    }

    @Test
    void oneConnectionInTwentyMayLackSomethingAndNoMore() {
        assertThat(sound(0, new Losses(0, 100, 2, 3, 900, 0, 0))).isTrue();
        assertThat(sound(0, new Losses(0, 100, 3, 3, 900, 0, 0))).isFalse();
    }

    @Test
    void onePacketInTwentyMayBeCutAndNoMore() {
        assertThat(sound(50, NONE)).isTrue();
        assertThat(sound(51, NONE)).isFalse();
    }

    @Test
    void aClockSetBackByASecondIsNotSoundAndPacketsOutOfOrderAre() {
        assertThat(sound(0, new Losses(0, 100, 0, 0, 0, 40, 900_000))).isTrue();
        assertThat(sound(0, new Losses(0, 100, 0, 0, 0, 1, 1_000_000_000L))).isFalse();
    }

    @Test
    void aRecorderThatLostMoreThanOnePacketInAHundredIsNotSound() {
        assertThat(sound(0, NONE, Accounts.lost(10))).isTrue();
        assertThat(sound(0, NONE, Accounts.lost(11))).isFalse();
    }

    @Test
    void oneCaptureThatIsNotSoundSpoilsAll() {
        assertThat(Soundness.sound(List.of(capture(0, NONE), capture(900, NONE))))
                .isFalse();
    }

    private static boolean sound(long truncated, @Nullable Losses losses, String... notes) {
        return Soundness.sound(List.of(capture(truncated, losses, notes)));
    }

    private static CaptureState capture(long truncated, @Nullable Losses losses, String... notes) {
        Accounts accounts = new Accounts(
                1_000,
                1_000,
                Map.of(),
                truncated,
                64_000,
                1L,
                2L,
                "us",
                List.of("EN10MB"),
                100,
                0,
                List.of(notes),
                losses);
        return new CaptureState(
                new UUID(1, 2),
                1,
                "s",
                "upload",
                "a.pcap",
                "00",
                64_024,
                CaptureState.State.COMPLETED,
                1,
                accounts,
                null,
                null);
    }
}
