package io.wirecase.scenarios.conversation;

import static io.wirecase.scenarios.packet.TcpSegment.ACK;
import static io.wirecase.scenarios.packet.TcpSegment.FIN;
import static io.wirecase.scenarios.packet.TcpSegment.RST;
import static io.wirecase.scenarios.packet.TcpSegment.SYN;

import io.wirecase.scenarios.packet.Bytes;
import io.wirecase.scenarios.packet.Ethernet;
import io.wirecase.scenarios.packet.Ip;
import io.wirecase.scenarios.packet.TcpSegment;
import java.util.SplittableRandom;

/** Single TCP packets that are part of no connection a sensor saw begin, and what they are answered. */
public final class Probing {
    private static final byte[] NOTHING = {};

    private final Scene scene;
    private final SplittableRandom chance;

    /** Packets of one scene, with their own source of chance. */
    public Probing(Scene scene, SplittableRandom chance) {
        this.scene = scene;
        this.chance = chance;
    }

    /**
     * How a packet is made.
     *
     * @param flags its TCP flags
     * @param window its window
     * @param leastTtl the least time to live it leaves with
     * @param mostTtl the most; one between both is drawn for each packet
     * @param mss whether it carries the option for a maximum segment of 1460 bytes
     */
    public record Shape(int flags, int window, int leastTtl, int mostTtl, boolean mss) {}

    /** What comes back. */
    public enum Reply {
        NOTHING,
        RESET,
        /** A plain acknowledgement, as a live connection gives. */
        ACKNOWLEDGED,
        /** A SYN with ACK, which the sender's kernel knows nothing of and resets. */
        ACCEPTED
    }

    /** Where a packet goes: from a port of one host to a port of another. */
    public record Way(Host from, int sourcePort, Host to, int port) {}

    /** Sends one packet at an offset and has it answered; returns the offset of the last frame. */
    public long send(Way way, Shape shape, Reply reply, long at) {
        long sequence = chance.nextLong(1L << 32);
        long acknowledged = (shape.flags & ACK) == 0 ? 0 : chance.nextLong(1L << 32);
        byte[] options = shape.mss ? new Bytes().u8(2).u8(4).u16(1_460).toArray() : NOTHING;
        int ttl = shape.leastTtl + chance.nextInt(shape.mostTtl - shape.leastTtl + 1);
        TcpSegment probe = new TcpSegment(way.sourcePort, way.port, shape.flags)
                .numbers(sequence, acknowledged)
                .window(shape.window)
                .options(options);
        emit(way.from, way.to, ttl, probe, at);
        long then = at + 300_000 + chance.nextLong(900_000);
        int length = (shape.flags & (SYN | FIN)) != 0 ? 1 : 0;
        switch (reply) {
            case NOTHING -> {
                return at;
            }
            case RESET -> {
                boolean numbered = (shape.flags & ACK) != 0;
                back(way, numbered ? RST : RST | ACK, numbered ? acknowledged : 0, sequence + length, then);
            }
            case ACKNOWLEDGED -> back(way, ACK, acknowledged, sequence + length, then);
            case ACCEPTED -> {
                long theirs = chance.nextLong(1L << 32);
                back(way, SYN | ACK, theirs, sequence + 1, then);
                TcpSegment reset = new TcpSegment(way.sourcePort, way.port, RST).numbers(sequence + 1, 0);
                emit(way.from, way.to, way.from.stack().ttl(), reset, then + 50_000);
                return then + 50_000;
            }
        }
        return then;
    }

    private void back(Way way, int flags, long sequence, long acknowledged, long at) {
        TcpSegment segment = new TcpSegment(way.port, way.sourcePort, flags)
                .numbers(sequence, acknowledged & 0xffff_ffffL)
                .window((flags & RST) != 0 ? 0 : 65_160);
        emit(way.to, way.from, way.to.pathTo(way.from).ttl(), segment, at);
    }

    private void emit(Host from, Host to, int ttl, TcpSegment segment, long at) {
        Ip.Path path = from.pathTo(to);
        byte[] packet = Ip.tcp(new Ip.Path(path.source(), path.destination(), ttl, path.id()), segment);
        scene.seen(at, Ethernet.ip(from.mac(), to.mac(), packet));
    }
}
