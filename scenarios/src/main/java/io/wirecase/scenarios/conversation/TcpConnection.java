package io.wirecase.scenarios.conversation;

import static io.wirecase.scenarios.packet.TcpSegment.ACK;
import static io.wirecase.scenarios.packet.TcpSegment.FIN;
import static io.wirecase.scenarios.packet.TcpSegment.PSH;
import static io.wirecase.scenarios.packet.TcpSegment.RST;
import static io.wirecase.scenarios.packet.TcpSegment.SYN;

import io.wirecase.scenarios.packet.Bytes;
import io.wirecase.scenarios.packet.Ethernet;
import io.wirecase.scenarios.packet.Ip;
import io.wirecase.scenarios.packet.Stack;
import io.wirecase.scenarios.packet.TcpSegment;
import java.util.Arrays;
import java.util.SplittableRandom;

/** One TCP connection, told step by step as a sensor beside the client sees it; each step moves its clock on. */
public final class TcpConnection {
    private static final int MSS = 1460;
    private static final int STAMPS = 12;

    private final Scene scene;
    private final SplittableRandom chance;
    private final End client;
    private final End server;
    private final long roundTrip;
    private long now;

    /**
     * A connection not yet begun.
     *
     * @param at offset of the first segment in nanoseconds
     */
    public TcpConnection(Scene scene, SplittableRandom chance, Host client, Host server, int port, long at) {
        this.scene = scene;
        this.chance = chance;
        this.client = new End(client, client.nextPort(), chance.nextLong(1L << 32));
        this.server = new End(server, port, chance.nextLong(1L << 32));
        this.roundTrip = 8_000_000 + chance.nextLong(30_000_000);
        this.now = at;
    }

    /** Offset at which the next step happens. */
    public long now() {
        return now;
    }

    /** Offset at which the server's answer to a SYN sent now arrives. */
    public long answersAt() {
        return now + roundTrip;
    }

    /** Lets time pass. */
    public TcpConnection pause(long nanos) {
        now += nanos;
        return this;
    }

    /** SYN, SYN-ACK, ACK with the client's usual window. */
    public TcpConnection open() {
        return open(client.host.stack().synWindow());
    }

    /** SYN, SYN-ACK, ACK; the SYN announces this window. */
    public TcpConnection open(int synWindow) {
        syn(synWindow);
        answerSyn();
        shortly();
        acknowledge(client, server);
        return this;
    }

    /** A SYN that a reset answers. */
    public TcpConnection refused(int synWindow) {
        syn(synWindow);
        now += roundTrip;
        emit(server, client, new Step(RST | ACK, 0, 0, new byte[0], new byte[0]));
        return this;
    }

    /** A SYN whose answer comes too late: the client has dropped the connection and resets it (RFC 9293 3.10.7.1). */
    public TcpConnection abandoned() {
        syn(client.host.stack().synWindow());
        answerSyn();
        shortly();
        emit(client, server, new Step(RST, client.next, 0, new byte[0], new byte[0]));
        return this;
    }

    /** A SYN that nothing answers. */
    public TcpConnection silent(int synWindow) {
        syn(synWindow);
        return this;
    }

    /** A SYN that nothing answers, sent again after 1 s, 3 s, 7 s ... as kernels do. */
    public TcpConnection unanswered(int tries) {
        byte[] options = client.host.stack().synOptions(client.host.stamp(now));
        for (int i = 0; i < tries; i++) {
            int window = client.host.stack().synWindow();
            emit(client, server, new Step(SYN, client.next, window, options, new byte[0]));
            now += 1_000_000_000L << i;
        }
        return this;
    }

    /** The client sends, the server's stack acknowledges after a round trip. */
    public TcpConnection ask(byte[] payload) {
        send(client, server, payload);
        return this;
    }

    /** The server sends after a round trip; its first segment acknowledges what it got. */
    public TcpConnection answer(byte[] payload) {
        now += roundTrip + chance.nextLong(2_000_000);
        send(server, client, payload);
        return this;
    }

    /** The client acknowledges everything it has got. */
    public TcpConnection received() {
        shortly();
        acknowledge(client, server);
        return this;
    }

    /**
     * The server answers and closes, but its FIN overtakes the answer: the client acknowledges what it has with a
     * SACK block for the FIN (12 bytes more), then again once the answer came.
     */
    public TcpConnection answerOvertakenByFin(byte[] payload) {
        now += roundTrip;
        long answerAt = server.next;
        long finAt = answerAt + payload.length;
        emit(server, client, plain(server, FIN | ACK, finAt, new byte[0]));
        shortly();
        byte[] options = new Bytes()
                .raw(Stack.segmentOptions(stamped(), client.host.stamp(now), server.host.stamp(now)))
                .raw(Stack.sackBlock(finAt, finAt + 1))
                .toArray();
        emit(client, server, new Step(ACK, client.next, 501, options, new byte[0]));
        now += 300_000 + chance.nextLong(500_000);
        emit(server, client, plain(server, PSH | ACK, answerAt, payload));
        server.next = finAt + 1;
        return this;
    }

    /** The server's FIN. */
    public TcpConnection serverFinishes() {
        shortly();
        finish(server, client);
        return this;
    }

    /** The client's FIN and the server's acknowledgement of it a round trip later. */
    public TcpConnection clientFinishes() {
        shortly();
        finish(client, server);
        now += roundTrip;
        acknowledge(server, client);
        return this;
    }

    /** The usual end when the client has had enough: FIN, FIN-ACK, ACK. */
    public void close() {
        shortly();
        finish(client, server);
        now += roundTrip;
        finish(server, client);
        shortly();
        acknowledge(client, server);
    }

    /** The client drops the connection. */
    public void clientResets() {
        shortly();
        emit(client, server, new Step(RST | ACK, client.next, 0, new byte[0], new byte[0]));
    }

    private void syn(int window) {
        byte[] options = client.host.stack().synOptions(client.host.stamp(now));
        emit(client, server, new Step(SYN, client.next, window, options, new byte[0]));
        client.next++;
    }

    private void answerSyn() {
        now += roundTrip;
        byte[] options = server.host
                .stack()
                .synAckOptions(stamped(), server.host.stamp(now), client.host.stamp(now - roundTrip));
        emit(server, client, new Step(SYN | ACK, server.next, 65_160, options, new byte[0]));
        server.next++;
    }

    private void send(End from, End to, byte[] payload) {
        int room = stamped() ? MSS - STAMPS : MSS;
        for (int at = 0, n = 1; at < payload.length; at += room, n++) {
            byte[] part = Arrays.copyOfRange(payload, at, Math.min(payload.length, at + room));
            boolean last = at + room >= payload.length;
            emit(from, to, plain(from, last ? PSH | ACK : ACK, from.next, part));
            from.next += part.length;
            shortly();
            if (n % 2 == 0 && !last) {
                acknowledge(to, from);
            }
        }
    }

    private void finish(End from, End to) {
        emit(from, to, plain(from, FIN | ACK, from.next, new byte[0]));
        from.next++;
    }

    private void acknowledge(End from, End to) {
        emit(from, to, plain(from, ACK, from.next, new byte[0]));
    }

    private Step plain(End from, int flags, long sequence, byte[] payload) {
        End peer = from == client ? server : client;
        byte[] options = Stack.segmentOptions(stamped(), from.host.stamp(now), peer.host.stamp(now));
        return new Step(flags, sequence, 501, options, payload);
    }

    private void emit(End from, End to, Step step) {
        TcpSegment segment = new TcpSegment(from.port, to.port, step.flags)
                .numbers(step.sequence, to.next)
                .window(step.window)
                .options(step.options)
                .payload(step.payload);
        byte[] packet = Ip.tcp(from.host.pathTo(to.host), segment);
        scene.seen(now, Ethernet.ip(from.host.mac(), to.host.mac(), packet));
    }

    private boolean stamped() {
        return client.host.stack().timestamps() && server.host.stack().timestamps();
    }

    private void shortly() {
        now += 20_000 + chance.nextLong(180_000);
    }

    private static final class End {
        private final Host host;
        private final int port;
        private long next;

        End(Host host, int port, long next) {
            this.host = host;
            this.port = port;
            this.next = next;
        }
    }

    private static final class Step {
        private final int flags;
        private final long sequence;
        private final int window;
        private final byte[] options;
        private final byte[] payload;

        Step(int flags, long sequence, int window, byte[] options, byte[] payload) {
            this.flags = flags;
            this.sequence = sequence;
            this.window = window;
            this.options = options;
            this.payload = payload;
        }
    }
}
