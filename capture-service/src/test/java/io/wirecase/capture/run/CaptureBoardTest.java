package io.wirecase.capture.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.CaptureState.State;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaptureBoardTest {

    private static final UUID ID = new UUID(1, 2);

    private final CaptureBoard board = new CaptureBoard();

    @Test
    void aStateThatComesLateDoesNotTurnACaptureBack() {
        board.note(state(1, State.COMPLETED, 1));
        board.note(state(1, State.READING, 0.5));
        assertThat(board.find(ID)).contains(state(1, State.COMPLETED, 1));
    }

    @Test
    void progressOnlyGrows() {
        board.note(state(1, State.READING, 0.7));
        board.note(state(1, State.READING, 0.2));
        assertThat(board.find(ID).orElseThrow().progress()).isEqualTo(0.7);
    }

    @Test
    void aHigherRevisionReplacesWhatEndedAndTheEndOfTheLowerOneComesTooLate() {
        board.note(state(1, State.COMPLETED, 1));
        board.note(state(2, State.ACCEPTED, 0));
        board.note(state(1, State.SUPERSEDED, 1));
        assertThat(board.find(ID)).contains(state(2, State.ACCEPTED, 0));
        assertThat(board.all()).hasSize(1);
    }

    private static CaptureState state(int revision, State state, double progress) {
        return new CaptureState(ID, revision, "s", "upload", "n", "00", 1, state, progress, null, null, null);
    }
}
