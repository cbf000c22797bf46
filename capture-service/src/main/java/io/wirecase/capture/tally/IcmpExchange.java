package io.wirecase.capture.tally;

import io.wirecase.capture.packet.DecodedPacket;
import io.wirecase.core.fact.IcmpFacts;
import io.wirecase.core.fact.IcmpPayloads;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.Transport;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The ICMP messages of a flow: what each side sent, and whether echo replies hold what was sent (RFC 792, RFC 4443).
 * Memory is bounded: the beginnings of the last few requests.
 */
public final class IcmpExchange {

    /** Requests remembered until their replies come; a second reply is still compared. */
    private static final int MAX_OPEN = 16;

    private static final int ECHO = 8;
    private static final int ECHO_V6 = 128;
    /** Identifier and sequence number, the last four bytes of the header. */
    private static final int NUMBERS = 4;

    private final int firstType;
    private final int firstCode;
    private @Nullable IcmpSide originator;
    private @Nullable IcmpSide responder;
    private Request[] open = {};
    private int next;
    private long replies;
    private long unequal;

    @SuppressWarnings("ArrayRecordComponent") // It is the beginning of a message; nobody compares requests as a whole.
    private record Request(int numbers, byte[] start, long length) {}

    /** Begins with the type and code of the first message. */
    public IcmpExchange(DecodedPacket first) {
        firstType = first.icmpType();
        firstCode = first.icmpCode();
    }

    /** Takes a message of one side; one without payload, or of which a later fragment is, tells nothing. */
    public void add(Party sender, DecodedPacket p) {
        if (p.payloadBytes() == 0 || p.laterFragment()) {
            return;
        }
        int captured = Math.min(p.payloadCaptured(), IcmpPayloads.COMPARED);
        byte[] start = Arrays.copyOfRange(p.bytes(), p.payloadAt(), p.payloadAt() + captured);
        boolean numbered = captured > 0 && p.payloadAt() >= NUMBERS;
        int numbers = numbered ? numbers(p) : 0;
        side(sender).add(numbers >>> Short.SIZE, p.payloadBytes(), start);
        if (numbered && IcmpTypes.exchange(p.transport(), p.icmpType()) == echo(p.transport())) {
            if (p.icmpType() == echo(p.transport())) {
                remember(new Request(numbers, start, p.payloadBytes()));
            } else {
                compare(numbers, start, p.payloadBytes());
            }
        }
    }

    private static int echo(Transport transport) {
        return transport == Transport.ICMPV6 ? ECHO_V6 : ECHO;
    }

    private static int numbers(DecodedPacket p) {
        int value = 0;
        for (int i = p.payloadAt() - NUMBERS; i < p.payloadAt(); i++) {
            value = value << Byte.SIZE | p.bytes()[i] & 0xFF;
        }
        return value;
    }

    private IcmpSide side(Party sender) {
        if (sender == Party.ORIGINATOR) {
            originator = originator == null ? new IcmpSide() : originator;
            return originator;
        }
        responder = responder == null ? new IcmpSide() : responder;
        return responder;
    }

    private void remember(Request request) {
        if (next == open.length && open.length < MAX_OPEN) {
            open = Arrays.copyOf(open, open.length == 0 ? 1 : MAX_OPEN);
        }
        next %= open.length;
        open[next++] = request;
    }

    private void compare(int numbers, byte[] start, long length) {
        for (int back = 1; back <= open.length; back++) {
            Request request = open[Math.floorMod(next - back, open.length)];
            if (request != null && request.numbers == numbers) {
                replies++;
                unequal += equal(request, start, length) ? 0 : 1;
                return;
            }
        }
    }

    /** A reply that is shorter, as some hosts answer large requests, may still be a true copy of the beginning. */
    private static boolean equal(Request request, byte[] reply, long length) {
        int compared = Math.min(reply.length, request.start.length);
        return length <= request.length && Arrays.equals(reply, 0, compared, request.start, 0, compared);
    }

    /** The facts so far. */
    public IcmpFacts facts() {
        if (originator == null && responder == null) {
            return new IcmpFacts(firstType, firstCode);
        }
        return new IcmpFacts(
                firstType,
                firstCode,
                new IcmpPayloads(
                        originator == null ? null : originator.sent(),
                        responder == null ? null : responder.sent(),
                        replies,
                        unequal));
    }
}
