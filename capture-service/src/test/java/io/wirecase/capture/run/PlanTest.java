package io.wirecase.capture.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.CaptureState.Publication;
import io.wirecase.core.wire.CaptureState.State;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanTest {

    private static final Publication DONE = new Publication(3, "decoder", List.of(1L, 2L));

    @Test
    void aCaptureNobodyPublishedIsPublishedFromItsStart() {
        assertThat(Plan.of(1, Optional.empty(), "decoder", 2)).isEqualTo(new Plan.Publish(1, null));
    }

    @Test
    void theSameDecoderGoesOn() {
        assertThat(Plan.of(1, state(1, State.READING, DONE), "decoder", 2)).isEqualTo(new Plan.Publish(1, DONE));
    }

    @Test
    void anotherDecoderOrAnotherNumberOfPartitionsStartsTheNextRevision() {
        assertThat(Plan.of(1, state(1, State.READING, DONE), "other", 2)).isEqualTo(new Plan.Publish(2, null));
        assertThat(Plan.of(1, state(1, State.READING, DONE), "decoder", 3)).isEqualTo(new Plan.Publish(2, null));
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "FAILED"})
    void whatHasEndedIsLeftAloneUntilAHigherRevisionIsAskedFor(State ended) {
        assertThat(Plan.of(1, state(1, ended, DONE), "other", 2)).isEqualTo(new Plan.Nothing());
        assertThat(Plan.of(1, state(2, ended, DONE), "other", 2)).isEqualTo(new Plan.Nothing());
        assertThat(Plan.of(2, state(1, ended, DONE), "decoder", 2)).isEqualTo(new Plan.Publish(2, null));
    }

    @Test
    void anAcceptedCaptureKeepsItsRevision() {
        assertThat(Plan.of(1, state(2, State.ACCEPTED, null), "decoder", 2)).isEqualTo(new Plan.Publish(2, null));
    }

    private static Optional<CaptureState> state(int revision, State state, Publication publication) {
        return Optional.of(new CaptureState(
                new UUID(1, 2), revision, "s", "upload", "n", "00", 1, state, 0, null, null, publication));
    }
}
