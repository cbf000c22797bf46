package io.wirecase.capture.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.testkit.Talk;
import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.flow.Activity;
import io.wirecase.core.flow.Activity.Minute;
import io.wirecase.core.flow.Flow;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How a flow's packets fall on the minutes of the clock. The tape starts 20 s into a minute. */
class MinutesTest {

    private static final long FIRST = Tape.START / 60_000_000_000L;

    private final Talk talk = Talk.usual();

    @Test
    void aFlowWithinOneMinuteKeepsNoList() {
        Flow flow = new Tape()
                .frame(talk.udp(true, new byte[10]))
                .after(39)
                .frame(talk.udp(false, new byte[10]))
                .play()
                .only();

        assertThat(flow.activity().minutes()).isNull();
    }

    @Test
    void packetsOfBothSidesCountInTheMinuteTheyWereSeen() {
        Flow flow = new Tape()
                .frame(talk.udp(true, new byte[58]))
                .frame(talk.udp(false, new byte[158]))
                .after(41)
                .frame(talk.udp(true, new byte[58]))
                .after(100)
                .frame(talk.udp(true, new byte[58]))
                .play()
                .only();

        assertThat(flow.activity().minutes())
                .containsExactly(
                        new Minute(FIRST, 2, 300), new Minute(FIRST + 1, 1, 100), new Minute(FIRST + 2, 1, 100));
    }

    @Test
    void aClockThatStepsBackCountsToTheMinuteItWasIn() {
        Flow flow = new Tape()
                .frame(talk.udp(true, new byte[58]))
                .after(60)
                .frame(talk.udp(true, new byte[58]))
                .after(-60)
                .frame(talk.udp(true, new byte[58]))
                .play()
                .only();

        assertThat(flow.activity().minutes()).containsExactly(new Minute(FIRST, 2, 200), new Minute(FIRST + 1, 1, 100));
    }

    @Test
    void aFlowOfManyHoursKeepsItsFirstMinutes() {
        Tape tape = new Tape();
        for (int i = 0; i < 300; i++) {
            tape.frame(talk.udp(true, new byte[58])).after(60);
        }
        Flow flow = tape.play().flows().getLast();

        assertThat(Objects.requireNonNull(flow.activity().minutes())).hasSize(Activity.MAX_MINUTES);
        assertThat(flow.traffic().originator().packets()).isEqualTo(300);
    }
}
