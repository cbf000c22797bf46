package io.wirecase.capture.flow;

import org.jspecify.annotations.Nullable;

/** One side of a TCP conversation. */
final class TcpSide {

    /** How far a side got. */
    enum State {
        INACTIVE,
        SYN_SENT,
        SYN_ACK_SENT,
        /** Sent something without a SYN before it. */
        PARTIAL,
        ESTABLISHED,
        CLOSED,
        RESET
    }

    final StreamOrder stream;
    final SequenceTracker sequences = new SequenceTracker();
    State state = State.INACTIVE;
    int flags;
    int retransmissions;
    boolean sentPayload;

    @Nullable
    Integer synSequence;

    @Nullable
    Integer finSequence;

    TcpSide(StreamOrder stream) {
        this.stream = stream;
    }

    /** Whether it never took part in a handshake. */
    boolean inactive() {
        return state == State.INACTIVE || state == State.PARTIAL;
    }
}
