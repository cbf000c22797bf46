package io.wirecase.scenarios.bulk;

import io.wirecase.scenarios.packet.Bytes;
import io.wirecase.scenarios.packet.Ip;
import java.io.IOException;
import java.util.SplittableRandom;

/** A telephone call: RTP (RFC 3550) with G.711 both ways, fifty packets a second each. */
final class CallTalk extends Talk {

    private static final int SAMPLES = 160;
    private static final long FRAME = 20 * Times.MILLI;

    private final Population.Ends ends;
    private final SplittableRandom chance;
    private final int clientPort;
    private final int serverPort;
    private final long source;
    private final long hangUp;
    private int sequence;
    private boolean answer;

    CallTalk(long start, Population.Ends ends, SplittableRandom chance) {
        super(start);
        this.ends = ends;
        this.chance = chance;
        this.clientPort = 16_384 + 2 * chance.nextInt(4_000);
        this.serverPort = 16_384 + 2 * chance.nextInt(4_000);
        this.source = chance.nextLong(1L << 32);
        this.hangUp = start + Times.between(chance, 10 * Times.SECOND, 110 * Times.SECOND);
    }

    @Override
    long step(long now, Agenda agenda) throws IOException {
        Peer from = answer ? ends.server() : ends.client();
        Peer to = answer ? ends.client() : ends.server();
        byte[] payload = new Bytes()
                .u8(0x80)
                .u8(sequence == 0 ? 0x80 : 0)
                .u16(sequence)
                .u32((long) sequence * SAMPLES)
                .u32(answer ? source + 1 : source)
                .raw(Opaque.bytes(chance, SAMPLES))
                .toArray();
        int id = chance.nextInt(1 << 16);
        byte[] packet =
                Ip.udp(from.to(to, id), answer ? serverPort : clientPort, answer ? clientPort : serverPort, payload);
        agenda.frame(now, Link.PLAIN.frame(from, to, packet));
        sequence += answer ? 1 : 0;
        answer = !answer;
        return now > hangUp ? OVER : now + FRAME / 2 - chance.nextLong(Times.MILLI) + Times.MILLI / 2;
    }
}
