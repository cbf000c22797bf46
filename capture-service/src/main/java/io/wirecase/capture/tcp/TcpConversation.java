package io.wirecase.capture.tcp;

import io.wirecase.capture.packet.DecodedPacket;
import io.wirecase.capture.tcp.TcpSide.State;
import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.fact.TcpQuality;
import io.wirecase.core.flow.Ending;
import io.wirecase.core.net.Party;
import org.jspecify.annotations.Nullable;

/** The TCP state of a flow, both sides (RFC 9293), told as Zeek tells it. */
public final class TcpConversation {

    private static final int ANY =
            TcpFacts.FIN | TcpFacts.SYN | TcpFacts.RST | TcpFacts.PSH | TcpFacts.ACK | TcpFacts.URG;
    private static final int XMAS = TcpFacts.FIN | TcpFacts.PSH | TcpFacts.URG;

    private static final TcpQuality NOTHING = new TcpQuality(null, null, null, null);

    /** Segments of a side whose checksum is looked at: summing up every byte of a download would tell nothing more. */
    private static final int CHECKED = 4;

    private final TcpSide originator;
    private final TcpSide responder;
    private final History history = new History();
    private final int firstFlags;
    private @Nullable Integer oddFlags;
    private final TcpHandshake handshake = new TcpHandshake();
    private @Nullable Party firstReset;

    /**
     * Begins with the first packet that has a whole TCP header; {@link #headers} is still told of it.
     *
     * @param first that packet
     * @param budget bytes that may wait out of order, shared with other conversations
     */
    public TcpConversation(DecodedPacket first, ByteBudget budget) {
        originator = new TcpSide(new StreamOrder(Party.ORIGINATOR, budget));
        responder = new TcpSide(new StreamOrder(Party.RESPONDER, budget));
        firstFlags = first.tcpFlags();
        if (answerFirst()) {
            history.exchanged();
        }
    }

    /** Whether its first packet opened it, so that it does not go on from before. */
    public boolean opened() {
        return (firstFlags & TcpFacts.SYN) != 0;
    }

    /** Whether both sides closed it or either reset it. */
    public boolean over() {
        return reset() || originator.state == State.CLOSED && responder.state == State.CLOSED;
    }

    /**
     * Whether a SYN without ACK opens another conversation between the same ends: after the end, or when this one is
     * past its SYNs and the packet is none of them again. A host that opens anew has given up what was before.
     */
    public boolean replacedBy(Party sender, DecodedPacket p) {
        if ((p.tcpFlags() & (TcpFacts.SYN | TcpFacts.ACK)) != TcpFacts.SYN) {
            return false;
        }
        if (over()) {
            return true;
        }
        Integer before = side(sender).synSequence;
        boolean again = before != null && before == p.sequence();
        return !again && !handshake.answers(p) && !(opening(originator) && opening(responder));
    }

    private static boolean opening(TcpSide side) {
        return side.state == State.INACTIVE || side.state == State.SYN_SENT;
    }

    private boolean reset() {
        return firstReset != null;
    }

    /** Why it ended, when it is over. */
    public Ending.Reason reason() {
        return reset() ? Ending.Reason.RESET : Ending.Reason.CLOSED;
    }

    /** Takes a packet's headers. */
    public void headers(Party sender, DecodedPacket p, long timeNanos) {
        TcpSide side = side(sender);
        int flags = p.tcpFlags();
        odd(sender, flags);
        letters(sender == Party.ORIGINATOR, side, p);
        side.flags |= flags;
        if ((flags & (TcpFacts.ACK | TcpFacts.RST)) == TcpFacts.ACK) {
            acknowledgement(sender, side, p);
        }
        repeats(sender, side, p);
        handshake.take(sender, responder, p, timeNanos);
        advance(side, side(sender.other()), flags);
        if ((flags & TcpFacts.RST) != 0 && firstReset == null) {
            firstReset = sender;
        }
    }

    /** Takes a packet's payload, after its headers. */
    public void payload(Party sender, DecodedPacket p, long timeNanos, long number, Delivery to) {
        if (Padding.only(p)) {
            return;
        }
        int first = p.sequence() + ((p.tcpFlags() & TcpFacts.SYN) != 0 ? 1 : 0);
        Segment segment =
                new Segment(p.bytes(), p.payloadAt(), p.payloadCaptured(), p.payloadBytes(), timeNanos, number);
        side(sender).stream.accept(first, segment, to);
    }

    /** Delivers what still waits, where anyone reads it, and forgets it. */
    public void end(@Nullable Delivery to) {
        if (to != null) {
            originator.stream.finish(to);
            responder.stream.finish(to);
        }
        drop();
    }

    /** Forgets what still waits. */
    public void drop() {
        originator.stream.drop();
        responder.stream.drop();
    }

    private TcpSide side(Party party) {
        return party == Party.ORIGINATOR ? originator : responder;
    }

    private void odd(Party sender, int flags) {
        int known = flags & ANY;
        boolean finAlone = known == TcpFacts.FIN && sender == Party.ORIGINATOR && handshake.synAck == null;
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
            switch (side.sequences.take(first, p.payloadBytes())) {
                case AGAIN -> {
                    again = true;
                    history.add('t', sender == Party.ORIGINATOR, ++side.payloadsAgain);
                }
                case LATE -> side.outOfOrder++;
                case NEW -> {}
            }
        }
        if ((p.tcpFlags() & TcpFacts.FIN) != 0) {
            int number = first + (int) p.payloadBytes();
            again |= side.finSequence != null && side.finSequence == number;
            side.finSequence = number;
        }
        side.retransmissions += again ? 1 : 0;
    }

    private void acknowledgement(Party sender, TcpSide side, DecodedPacket p) {
        TcpSide peer = side(sender.other());
        int gaps = peer.gaps;
        boolean pure = p.payloadBytes() == 0 && (p.tcpFlags() & (TcpFacts.SYN | TcpFacts.FIN)) == 0;
        side.acknowledges(p.acknowledgement(), pure, p.window(), peer);
        if (peer.gaps > gaps) {
            history.add('g', sender != Party.ORIGINATOR, peer.gaps);
        }
    }

    private void letters(boolean originating, TcpSide side, DecodedPacket p) {
        int flags = p.tcpFlags();
        boolean syn = (flags & TcpFacts.SYN) != 0;
        boolean fin = (flags & TcpFacts.FIN) != 0;
        boolean rst = (flags & TcpFacts.RST) != 0;
        boolean ack = (flags & TcpFacts.ACK) != 0;
        if (side.checked < CHECKED) {
            side.checked++;
            if (TcpChecksum.bad(p)) {
                history.add('c', originating, ++side.badChecksums);
            }
        }
        if (syn && (fin || rst)) {
            history.add('q', originating);
        } else if (fin && rst) {
            history.add('i', originating);
        }
        if (syn) {
            boolean other = side.synSequence == null || side.synSequence != p.sequence();
            history.add(ack ? 'h' : 's', originating, other);
        }
        if (p.payloadBytes() > 0) {
            history.add('d', originating);
        } else if (ack && !syn && !fin && !rst) {
            history.add('a', originating);
        }
        if (p.window() == 0 && !rst) {
            history.add('w', originating, ++side.zeroWindows);
        }
        if (fin) {
            int number = p.sequence() + (int) p.payloadBytes() + (syn ? 1 : 0);
            history.add('f', originating, side.finSequence == null || side.finSequence != number);
        }
        if (rst) {
            history.add('r', originating, side.resetSequence != p.sequence());
            side.resetSequence = p.sequence();
        }
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
    public boolean oneSided() {
        boolean opened = (firstFlags & (TcpFacts.SYN | TcpFacts.ACK)) == TcpFacts.SYN;
        return responder.state == State.INACTIVE
                && originator.acknowledging()
                && (opened || originator.acknowledged() > 0);
    }

    /** Whether the numbers of either side prove that something of the other was not seen. */
    public boolean incomplete() {
        return missingBytes() > 0 || originator.unseen(responder) > 0 || responder.unseen(originator) > 0;
    }

    /** Payload bytes of both sides that were sent and not seen. */
    public long missingBytes() {
        return originator.missingBytes(responder) + responder.missingBytes(originator);
    }

    /** What the headers showed so far. */
    public TcpFacts facts() {
        boolean answerFirst = answerFirst();
        TcpSide client = answerFirst ? responder : originator;
        TcpSide server = answerFirst ? originator : responder;
        return new TcpFacts(
                TcpStates.name(client, server, originator.sentPayload || responder.sentPayload),
                history.toString(),
                originator.flags,
                responder.flags,
                firstFlags,
                oddFlags,
                handshake.syn,
                handshake.synAck,
                handshake.whole(),
                originator.retransmissions,
                responder.retransmissions,
                firstReset,
                quality());
    }

    private boolean answerFirst() {
        return (firstFlags & (TcpFacts.SYN | TcpFacts.ACK)) == (TcpFacts.SYN | TcpFacts.ACK);
    }

    private @Nullable TcpQuality quality() {
        TcpQuality quality =
                new TcpQuality(handshake.answer(), handshake.end(), originator.quality(), responder.quality());
        return quality.equals(NOTHING) ? null : quality;
    }
}
