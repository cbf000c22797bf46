package io.wirecase.capture.tcp;

import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.fact.TcpQuality;
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
    int payloadsAgain;
    int outOfOrder;
    int duplicateAcks;
    int zeroWindows;
    int gaps;
    long gapBytes;
    int checked;
    int badChecksums;
    int resetSequence;
    boolean sentPayload;

    @Nullable
    Integer synSequence;

    @Nullable
    Integer finSequence;

    private static final int MAX_WINDOW = 1 << 30;

    private boolean acknowledging;
    private int firstAcknowledged;
    private int lastAcknowledged;
    private int lastWindow = -1;

    TcpSide(StreamOrder stream) {
        this.stream = stream;
    }

    /**
     * Takes an acknowledgement number it sent; what is farther than any window reaches (RFC 7323) is none.
     *
     * @param pure whether the segment does nothing else
     * @param window the window it told
     */
    void acknowledges(int number, boolean pure, int window, TcpSide peer) {
        if (!acknowledging) {
            acknowledging = true;
            firstAcknowledged = number;
            lastAcknowledged = number;
        } else if (number - lastAcknowledged > 0 && number - lastAcknowledged <= MAX_WINDOW) {
            if (peer.sequences.holed()) {
                peer.lost(peer.sequences.missingBetween(lastAcknowledged, number));
            }
            lastAcknowledged = number;
        } else if (pure && number == lastAcknowledged && window == lastWindow && peer.sequences.beyond(number) < 0) {
            duplicateAcks++;
        }
        lastWindow = window;
    }

    private void lost(long bytes) {
        gaps += bytes > 0 ? 1 : 0;
        gapBytes += bytes;
    }

    /** What went wrong with its segments, or null when nothing did. */
    TcpQuality.@Nullable Side quality() {
        return outOfOrder == 0 && duplicateAcks == 0 && zeroWindows == 0 && gapBytes == 0
                ? null
                : new TcpQuality.Side(outOfOrder, duplicateAcks, zeroWindows, gapBytes);
    }

    /** Whether it acknowledged anything at all. */
    boolean acknowledging() {
        return acknowledging;
    }

    /** How far its acknowledgements moved. */
    int acknowledged() {
        return lastAcknowledged - firstAcknowledged;
    }

    /** Sequence numbers the peer acknowledges beyond what was seen of this side, its FIN counted as one. */
    int unseen(TcpSide peer) {
        if (!peer.acknowledging) {
            return 0;
        }
        int beyond = sequences.started() ? sequences.beyond(peer.lastAcknowledged) : peer.acknowledged();
        int own = (flags & TcpFacts.FIN) != 0 ? 1 : 0;
        return beyond > own && beyond <= MAX_WINDOW ? beyond - own : 0;
    }

    /** Payload bytes that were sent and not seen. A single number beyond may be a FIN, and is taken for one. */
    long missingBytes(TcpSide peer) {
        int unseen = unseen(peer);
        boolean finish = unseen == 1 && (flags & TcpFacts.FIN) == 0;
        return sequences.missing() + (finish ? 0 : unseen);
    }

    /** Whether it never took part in a handshake. */
    boolean inactive() {
        return state == State.INACTIVE || state == State.PARTIAL;
    }
}
