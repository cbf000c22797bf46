package io.wirecase.capture.flow;

import io.wirecase.capture.flow.TcpSide.State;
import io.wirecase.capture.packet.DecodedPacket;
import io.wirecase.core.flow.Ending;
import io.wirecase.core.flow.Party;
import io.wirecase.core.flow.SynFacts;
import io.wirecase.core.flow.TcpFacts;
import org.jspecify.annotations.Nullable;

/** The TCP state of a flow, both sides (RFC 9293), told as Zeek tells it. */
final class TcpConversation {

    private static final int ANY =
            TcpFacts.FIN | TcpFacts.SYN | TcpFacts.RST | TcpFacts.PSH | TcpFacts.ACK | TcpFacts.URG;
    private static final int XMAS = TcpFacts.FIN | TcpFacts.PSH | TcpFacts.URG;

    private final TcpSide originator;
    private final TcpSide responder;
    private final History history = new History();
    private final int firstFlags;
    private @Nullable Integer oddFlags;
    private @Nullable SynFacts syn;
    private @Nullable SynFacts synAck;
    private long synNanos;
    private @Nullable Long handshakeNanos;
    private @Nullable Party firstReset;
    /** What a SYN with ACK acknowledged, whoever sent it: it may be recorded before the SYN it answers. */
    private @Nullable Integer synAnswered;

    TcpConversation(DecodedPacket first, ByteBudget budget) {
        originator = new TcpSide(new StreamOrder(Party.ORIGINATOR, budget));
        responder = new TcpSide(new StreamOrder(Party.RESPONDER, budget));
        firstFlags = first.tcpFlags();
    }

    /** Whether both sides closed it or either reset it. */
    boolean over() {
        return reset() || originator.state == State.CLOSED && responder.state == State.CLOSED;
    }

    /**
     * Whether a SYN without ACK opens another conversation between the same ends: after the end, or when this one is
     * past its SYNs and the packet is none of them again. A host that opens anew has given up what was before.
     */
    boolean replacedBy(Party sender, DecodedPacket p) {
        if ((p.tcpFlags() & (TcpFacts.SYN | TcpFacts.ACK)) != TcpFacts.SYN) {
            return false;
        }
        if (over()) {
            return true;
        }
        Integer before = side(sender).synSequence;
        boolean again = before != null && before == p.sequence();
        boolean answered = synAnswered != null && synAnswered == p.sequence() + 1;
        return !again && !answered && !(opening(originator) && opening(responder));
    }

    private static boolean opening(TcpSide side) {
        return side.state == State.INACTIVE || side.state == State.SYN_SENT;
    }

    private boolean reset() {
        return firstReset != null;
    }

    /** Why it ended, when it is over. */
    Ending.Reason reason() {
        return reset() ? Ending.Reason.RESET : Ending.Reason.CLOSED;
    }

    /** Takes a packet's headers. */
    void headers(Party sender, DecodedPacket p, long timeNanos) {
        TcpSide side = side(sender);
        int flags = p.tcpFlags();
        odd(sender, flags);
        side.flags |= flags;
        if ((flags & (TcpFacts.ACK | TcpFacts.RST)) == TcpFacts.ACK) {
            side.acknowledges(p.acknowledgement());
        }
        repeats(sender, side, p);
        letters(sender == Party.ORIGINATOR, flags, p);
        handshake(sender, p, timeNanos);
        advance(side, side(sender.other()), flags);
        if ((flags & TcpFacts.RST) != 0 && firstReset == null) {
            firstReset = sender;
        }
    }

    /** Takes a packet's payload, after its headers. */
    void payload(Party sender, DecodedPacket p, long timeNanos, long number, Delivery to) {
        int first = p.sequence() + ((p.tcpFlags() & TcpFacts.SYN) != 0 ? 1 : 0);
        Segment segment =
                new Segment(p.bytes(), p.payloadAt(), p.payloadCaptured(), p.payloadBytes(), timeNanos, number);
        side(sender).stream.accept(first, segment, to);
    }

    /** Delivers what still waits. */
    void finish(Delivery to) {
        originator.stream.finish(to);
        responder.stream.finish(to);
    }

    /** Forgets what still waits. */
    void drop() {
        originator.stream.drop();
        responder.stream.drop();
    }

    private TcpSide side(Party party) {
        return party == Party.ORIGINATOR ? originator : responder;
    }

    private void odd(Party sender, int flags) {
        int known = flags & ANY;
        boolean finAlone = known == TcpFacts.FIN && sender == Party.ORIGINATOR && synAck == null;
        if (oddFlags == null && (known == 0 || known == XMAS || finAlone)) {
            oddFlags = flags;
        }
    }

    /** Counts SYN, FIN and payload sent again. */
    private void repeats(Party sender, TcpSide side, DecodedPacket p) {
        boolean again = false;
        int first = p.sequence();
        if ((p.tcpFlags() & TcpFacts.SYN) != 0) {
            again = side.synSequence != null && side.synSequence == first;
            side.synSequence = first;
            first++;
            side.sequences.start(first);
            side.stream.start(first);
        }
        if (p.payloadBytes() > 0) {
            side.sentPayload = true;
            if (side.sequences.repeats(first, p.payloadBytes())) {
                again = true;
                history.add('t', sender == Party.ORIGINATOR);
            }
        } else if ((p.tcpFlags() & TcpFacts.FIN) != 0) {
            again |= side.finSequence != null && side.finSequence == first;
            side.finSequence = first;
        }
        side.retransmissions += again ? 1 : 0;
    }

    private void letters(boolean originating, int flags, DecodedPacket p) {
        boolean syn = (flags & TcpFacts.SYN) != 0;
        boolean fin = (flags & TcpFacts.FIN) != 0;
        boolean rst = (flags & TcpFacts.RST) != 0;
        boolean ack = (flags & TcpFacts.ACK) != 0;
        if (syn && (fin || rst)) {
            history.add('q', originating);
        } else if (fin && rst) {
            history.add('i', originating);
        }
        if (syn) {
            history.add(ack ? 'h' : 's', originating);
        }
        if (p.payloadBytes() > 0) {
            history.add('d', originating);
        } else if (ack && !syn && !fin && !rst) {
            history.add('a', originating);
        }
        if (p.window() == 0 && !rst) {
            history.add('w', originating);
        }
        if (fin) {
            history.add('f', originating);
        }
        if (rst) {
            history.add('r', originating);
        }
    }

    private void handshake(Party sender, DecodedPacket p, long timeNanos) {
        boolean hasSyn = (p.tcpFlags() & TcpFacts.SYN) != 0;
        boolean hasAck = (p.tcpFlags() & TcpFacts.ACK) != 0;
        if (hasSyn && hasAck) {
            synAnswered = p.acknowledgement();
        }
        if (sender == Party.RESPONDER) {
            if (hasSyn && hasAck && synAck == null) {
                synAck = TcpOptions.of(p);
            }
        } else if (hasSyn && !hasAck && syn == null) {
            syn = TcpOptions.of(p);
            synNanos = timeNanos;
        } else if (hasAck && !hasSyn && handshakeNanos == null && completes(p)) {
            handshakeNanos = Math.max(0, timeNanos - synNanos);
        }
    }

    private boolean completes(DecodedPacket p) {
        Integer answered = responder.synSequence;
        return syn != null
                && synAck != null
                && answered != null
                && p.acknowledgement() == answered + 1
                && (p.tcpFlags() & TcpFacts.RST) == 0;
    }

    private static void advance(TcpSide side, TcpSide peer, int flags) {
        boolean ack = (flags & TcpFacts.ACK) != 0;
        if ((flags & TcpFacts.RST) != 0) {
            side.state = State.RESET;
        } else if (side.state == State.RESET) {
            return;
        } else if ((flags & TcpFacts.FIN) != 0) {
            side.state = State.CLOSED;
        } else if ((flags & TcpFacts.SYN) != 0) {
            if (side.state == State.INACTIVE || side.state == State.SYN_SENT && ack) {
                side.state = ack ? State.SYN_ACK_SENT : State.SYN_SENT;
            }
        } else if (side.state == State.INACTIVE) {
            side.state = State.PARTIAL;
        } else if (ack && peer.state == State.SYN_ACK_SENT) {
            peer.state = State.ESTABLISHED;
            side.state = side.state == State.SYN_SENT ? State.ESTABLISHED : side.state;
        }
    }

    /** Whether only its originator was seen although that acknowledges what the responder sent. */
    boolean oneSided() {
        boolean opened = (firstFlags & (TcpFacts.SYN | TcpFacts.ACK)) == TcpFacts.SYN;
        return responder.state == State.INACTIVE
                && originator.acknowledging()
                && (opened || originator.acknowledged() > 0);
    }

    /** Whether the numbers of either side prove that something of the other was not seen. */
    boolean incomplete() {
        return missingBytes() > 0 || originator.unseen(responder) > 0 || responder.unseen(originator) > 0;
    }

    /** Payload bytes of both sides that were sent and not seen. */
    long missingBytes() {
        return originator.missingBytes(responder) + responder.missingBytes(originator);
    }

    /** What the headers showed so far. */
    TcpFacts facts() {
        boolean answerFirst = (firstFlags & TcpFacts.SYN) != 0 && (firstFlags & TcpFacts.ACK) != 0;
        TcpSide client = answerFirst ? responder : originator;
        TcpSide server = answerFirst ? originator : responder;
        return new TcpFacts(
                TcpStates.name(client, server, originator.sentPayload || responder.sentPayload),
                history.toString(),
                originator.flags,
                responder.flags,
                firstFlags,
                oddFlags,
                syn,
                synAck,
                handshakeNanos,
                originator.retransmissions,
                responder.retransmissions,
                firstReset);
    }
}
