package io.wirecase.scenarios.bulk;

import io.wirecase.scenarios.packet.Ip;
import io.wirecase.scenarios.packet.Stack;
import io.wirecase.scenarios.packet.TcpSegment;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/** A TCP connection that says its turns one segment at a time; a few segments are sent twice or come out of order. */
final class TcpTalk extends Talk {

    /** How a connection ends. */
    enum End {
        FIN,
        RESET,
        /** It is still open when the sensor stops. */
        NONE
    }

    private static final int MSS = 1_460;
    private static final int STAMPS = 12;
    private static final int ODD_ONE_IN = 400;

    private enum Phase {
        SYN,
        SYN_ACK,
        ACK,
        TURNS,
        FIN,
        FIN_ANSWER,
        LAST_ACK
    }

    private final TcpSide client;
    private final TcpSide server;
    private final Link link;
    private final SplittableRandom chance;
    private final List<Turn> turns;
    private final End end;
    private final boolean stamped;
    private final long roundTrip;
    private final long pace;
    private final long content;
    private Phase phase = Phase.SYN;
    private int turn;
    private long said;
    private int unacknowledged;

    TcpTalk(long start, Population.Ends ends, int port, Style style, SplittableRandom chance, List<Turn> turns) {
        super(start);
        this.client = new TcpSide(ends.client(), 32_768 + chance.nextInt(28_000), chance);
        this.server = new TcpSide(ends.server(), port, chance);
        this.link = style.link;
        this.chance = chance;
        this.turns = turns;
        this.end = style.end;
        this.stamped =
                ends.client().stack().timestamps() && ends.server().stack().timestamps();
        this.roundTrip = Times.between(chance, 2 * Times.MILLI, 60 * Times.MILLI);
        this.pace = style.pace;
        this.content = chance.nextInt(1 << 20);
    }

    /** How a connection travels, how far its segments are apart in nanoseconds, and how it ends. */
    record Style(Link link, long pace, End end) {
        static final Style USUAL = new Style(Link.PLAIN, 120 * Times.MICRO, End.FIN);

        Style over(Link other) {
            return new Style(other, pace, end);
        }

        Style ending(End other) {
            return new Style(link, pace, other);
        }
    }

    @Override
    long step(long now, Agenda agenda) throws IOException {
        return switch (phase) {
            case SYN -> opens(now, agenda);
            case SYN_ACK -> answers(now, agenda);
            case ACK -> confirms(now, agenda);
            case TURNS -> say(now, agenda);
            default -> close(now, agenda);
        };
    }

    private long opens(long now, Agenda agenda) throws IOException {
        syn(now, agenda, client, TcpSegment.SYN, client.peer.stack().synOptions(client.stamp(now)));
        phase = Phase.SYN_ACK;
        return now + roundTrip / 2;
    }

    private long answers(long now, Agenda agenda) throws IOException {
        byte[] options = server.peer.stack().synAckOptions(stamped, server.stamp(now), client.stamp(now));
        syn(now, agenda, server, TcpSegment.SYN | TcpSegment.ACK, options);
        phase = Phase.ACK;
        return now + roundTrip / 2;
    }

    private long confirms(long now, Agenda agenda) throws IOException {
        plain(now, agenda, client, TcpSegment.ACK);
        phase = Phase.TURNS;
        return turns.isEmpty() ? finish(now) : now + turns.getFirst().pause();
    }

    private long say(long now, Agenda agenda) throws IOException {
        Turn current = turns.get(turn);
        TcpSide from = current.fromClient() ? client : server;
        TcpSide to = current.fromClient() ? server : client;
        int room = stamped ? MSS - STAMPS : MSS;
        int length = (int) Math.min(room, current.length() - said);
        boolean last = said + length == current.length();
        boolean odd = length == room && chance.nextInt(ODD_ONE_IN) == 0;
        if (odd && said + 2L * room <= current.length()) {
            // The second of two comes first.
            data(now, agenda, current, room, room);
            data(now, agenda, current, 0, room);
            length = 2 * room;
        } else {
            data(now, agenda, current, 0, length);
            if (odd) {
                data(now, agenda, current, 0, length);
            }
        }
        from.next += length;
        said += length;
        if (++unacknowledged % 2 == 0 && !last) {
            plain(now, agenda, to, TcpSegment.ACK);
        }
        if (said < current.length()) {
            return now + pace + chance.nextLong(pace);
        }
        said = 0;
        return ++turn < turns.size() ? now + roundTrip / 2 + turns.get(turn).pause() : finish(now);
    }

    private void data(long now, Agenda agenda, Turn current, int ahead, int length) throws IOException {
        boolean last = said + ahead + length == current.length();
        TcpSide from = current.fromClient() ? client : server;
        byte[] payload = new byte[length];
        long at = said + ahead;
        int known = Math.clamp(current.head().length - at, 0, length);
        System.arraycopy(current.head(), (int) Math.min(at, current.head().length), payload, 0, known);
        Opaque.fill(payload, known, length - known, content + turn, at);
        segment(now, agenda, from, new Step(last ? TcpSegment.PSH | TcpSegment.ACK : TcpSegment.ACK, ahead), payload);
    }

    private long finish(long now) {
        phase = Phase.FIN;
        return end == End.NONE ? OVER : now + roundTrip / 2;
    }

    private long close(long now, Agenda agenda) throws IOException {
        if (end == End.RESET) {
            plain(now, agenda, client, TcpSegment.RST | TcpSegment.ACK);
            return OVER;
        }
        boolean answer = phase == Phase.FIN_ANSWER;
        plain(now, agenda, answer ? server : client, TcpSegment.ACK | (phase == Phase.LAST_ACK ? 0 : TcpSegment.FIN));
        if (phase == Phase.LAST_ACK) {
            return OVER;
        }
        (answer ? server : client).next++;
        phase = answer ? Phase.LAST_ACK : Phase.FIN_ANSWER;
        return now + roundTrip / 2;
    }

    private void syn(long now, Agenda agenda, TcpSide from, int flags, byte[] options) throws IOException {
        TcpSide to = from == client ? server : client;
        TcpSegment segment = new TcpSegment(from.port, to.port, flags)
                .numbers(from.next, to.next)
                .window(from.peer.stack().synWindow())
                .options(options);
        from.next++;
        agenda.frame(now, link.frame(from.peer, to.peer, Ip.tcp(from.to(to), segment)));
    }

    private void plain(long now, Agenda agenda, TcpSide from, int flags) throws IOException {
        segment(now, agenda, from, new Step(flags, 0), new byte[0]);
    }

    private record Step(int flags, int ahead) {}

    private void segment(long now, Agenda agenda, TcpSide from, Step step, byte[] payload) throws IOException {
        TcpSide to = from == client ? server : client;
        TcpSegment segment = new TcpSegment(from.port, to.port, step.flags)
                .numbers(from.next + step.ahead, to.next)
                .window(501)
                .options(Stack.segmentOptions(stamped, from.stamp(now), to.stamp(now)))
                .payload(payload);
        agenda.frame(now, link.frame(from.peer, to.peer, Ip.tcp(from.to(to), segment)));
    }

    /** One side's counters. */
    private static final class TcpSide {
        private final Peer peer;
        private final int port;
        private final long stampBase;
        private long next;
        private int id;

        TcpSide(Peer peer, int port, SplittableRandom chance) {
            this.peer = peer;
            this.port = port;
            this.stampBase = chance.nextLong(1L << 31);
            this.next = chance.nextLong(1L << 32);
            this.id = chance.nextInt(1 << 16);
        }

        long stamp(long now) {
            return stampBase + now / Times.MILLI & 0xffff_ffffL;
        }

        Ip.Path to(TcpSide other) {
            return peer.to(other.peer, id++);
        }
    }
}
