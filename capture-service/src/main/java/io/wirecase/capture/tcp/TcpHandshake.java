package io.wirecase.capture.tcp;

import io.wirecase.capture.packet.DecodedPacket;
import io.wirecase.core.fact.SynFacts;
import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.net.Party;
import org.jspecify.annotations.Nullable;

/** How a TCP conversation was opened (RFC 9293, 3.5), and how long that took. */
final class TcpHandshake {

    private static final long UNKNOWN = -1;

    @Nullable
    SynFacts syn;

    @Nullable
    SynFacts synAck;

    private long synNanos;
    private long lastSynNanos;
    private long synAckNanos;
    private long answerNanos = UNKNOWN;
    private long endNanos = UNKNOWN;
    private long wholeNanos = UNKNOWN;
    /** What a SYN with ACK acknowledged, whoever sent it: it may be recorded before the SYN it answers. */
    private @Nullable Integer answered;

    /** Takes a packet. */
    void take(Party sender, TcpSide responder, DecodedPacket p, long timeNanos) {
        boolean hasSyn = (p.tcpFlags() & TcpFacts.SYN) != 0;
        boolean hasAck = (p.tcpFlags() & TcpFacts.ACK) != 0;
        if (hasSyn && hasAck) {
            answered = p.acknowledgement();
        }
        if (sender == Party.RESPONDER) {
            if (hasSyn && hasAck && synAck == null) {
                answer(p, timeNanos);
            }
        } else if (hasSyn && !hasAck) {
            open(p, timeNanos);
        } else if (hasAck && !hasSyn && wholeNanos == UNKNOWN && completes(responder, p)) {
            wholeNanos = Math.max(0, timeNanos - synNanos);
            endNanos = Math.max(0, timeNanos - synAckNanos);
        }
    }

    private void open(DecodedPacket p, long timeNanos) {
        lastSynNanos = timeNanos;
        if (syn == null) {
            syn = TcpOptions.of(p);
            synNanos = timeNanos;
        }
    }

    private void answer(DecodedPacket p, long timeNanos) {
        synAck = TcpOptions.of(p);
        synAckNanos = timeNanos;
        if (syn != null) {
            answerNanos = Math.max(0, timeNanos - lastSynNanos);
        }
    }

    private boolean completes(TcpSide responder, DecodedPacket p) {
        Integer numbered = responder.synSequence;
        return syn != null
                && synAck != null
                && numbered != null
                && p.acknowledgement() == numbered + 1
                && (p.tcpFlags() & TcpFacts.RST) == 0;
    }

    /** Whether a SYN was answered before it was recorded. */
    boolean answers(DecodedPacket synPacket) {
        return answered != null && answered == synPacket.sequence() + 1;
    }

    /** Nanoseconds from the first SYN to the ACK that ended the handshake, or null. */
    @Nullable
    Long whole() {
        return known(wholeNanos);
    }

    /** Nanoseconds from the last SYN to its answer, or null. */
    @Nullable
    Long answer() {
        return known(answerNanos);
    }

    /** Nanoseconds from the answer to the ACK that ended the handshake, or null. */
    @Nullable
    Long end() {
        return known(endNanos);
    }

    private static @Nullable Long known(long nanos) {
        return nanos == UNKNOWN ? null : (Long) nanos;
    }
}
