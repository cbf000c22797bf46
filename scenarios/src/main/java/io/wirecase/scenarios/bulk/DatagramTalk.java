package io.wirecase.scenarios.bulk;

import io.wirecase.scenarios.packet.Ip;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/** Datagrams of a long exchange: some that say something, then opaque ones, mostly from the server. */
final class DatagramTalk extends Talk {

    private final Population.Ends ends;
    private final Shape shape;
    private final SplittableRandom chance;
    private final List<Turn> opening;
    private final int clientPort;
    private final int serverPort;
    private int said;
    private long packets;

    DatagramTalk(long start, Population.Ends ends, int port, SplittableRandom chance, List<Turn> opening, Shape shape) {
        super(start);
        this.ends = ends;
        this.shape = shape;
        this.chance = chance;
        this.opening = opening;
        this.clientPort = 49_152 + chance.nextInt(16_000);
        this.serverPort = port;
        this.packets = shape.packets;
    }

    /**
     * What goes on after the opening.
     *
     * @param packets opaque datagrams
     * @param size the size of the server's; the client's answers are a twentieth of it
     * @param pace nanoseconds between two
     * @param answerEvery how many of the server's one of the client's comes after
     * @param first what their first byte is
     */
    record Shape(long packets, int size, long pace, int answerEvery, int first) {}

    @Override
    long step(long now, Agenda agenda) throws IOException {
        if (said < opening.size()) {
            Turn turn = opening.get(said++);
            send(now, agenda, turn.fromClient(), turn.head());
            return now + (said < opening.size() ? opening.get(said).pause() : Times.MILLI);
        }
        if (packets-- <= 0) {
            return OVER;
        }
        boolean client = packets % shape.answerEvery == 0;
        int size = client ? Math.max(30, shape.size / 20) : shape.size;
        byte[] payload = Opaque.bytes(chance, size);
        payload[0] = (byte) shape.first;
        send(now, agenda, client, payload);
        return now + shape.pace + chance.nextLong(shape.pace);
    }

    private void send(long now, Agenda agenda, boolean client, byte[] payload) throws IOException {
        Peer from = client ? ends.client() : ends.server();
        Peer to = client ? ends.server() : ends.client();
        int id = chance.nextInt(1 << 16);
        byte[] packet =
                Ip.udp(from.to(to, id), client ? clientPort : serverPort, client ? serverPort : clientPort, payload);
        agenda.frame(now, Link.PLAIN.frame(from, to, packet));
    }
}
