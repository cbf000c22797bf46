package io.wirecase.scenarios.bulk;

import io.wirecase.scenarios.packet.Bytes;
import io.wirecase.scenarios.packet.Dns;
import io.wirecase.scenarios.packet.Ethernet;
import io.wirecase.scenarios.packet.Ip;
import io.wirecase.scenarios.packet.TcpSegment;
import io.wirecase.scenarios.packet.Tunnels;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Exchanges of a few packets: lookups, time, neighbours, echoes, announcements, probes, datagrams in pieces. */
final class Small {

    private static final int DNS = 53;
    private static final int FRAGMENT = 1_480;

    private static final String SEARCH = String.join(
            "\r\n",
            "M-SEARCH * HTTP/1.1",
            "HOST: 239.255.255.250:1900",
            "MAN: \"ssdp:discover\"",
            "MX: 1",
            "ST: urn:dial-multiscreen-org:service:dial:1",
            "",
            "");

    private final Population people;

    Small(Population people) {
        this.people = people;
    }

    /** A name asked for and answered, one in eight in vain. */
    Talk lookup(long now, SplittableRandom chance) {
        Peer client = people.client(chance);
        Population.Server server = people.server(chance);
        boolean found = chance.nextInt(8) > 0;
        String name = found ? server.name() : Long.toString(chance.nextLong(1L << 50), 36) + ".example.org";
        int id = chance.nextInt(1 << 16);
        List<InetAddress> addresses = new ArrayList<>();
        for (int i = chance.nextInt(4); found && i >= 0; i--) {
            addresses.add(
                    i == 0
                            ? server.four().address()
                            : people.server(chance).four().address());
        }
        byte[] answer = Dns.answer(id, name, addresses, 60 + chance.nextInt(600));
        if (!found) {
            answer[3] |= 3;
        }
        return exchange(now, chance, new Asked(client, people.resolver, DNS), Dns.query(id, name), answer);
    }

    /** NTP, version 4. */
    Talk time(long now, SplittableRandom chance) {
        Asked asked = new Asked(people.client(chance), people.server(chance).four(), 123);
        return exchange(now, chance, asked, ntp(chance, 0x23), ntp(chance, 0x24));
    }

    /** Who has that address? */
    Talk neighbour(long now, SplittableRandom chance) {
        Population.Ends two = people.neighbours(chance);
        Peer asker = two.client();
        Peer other = two.server();
        return new FramesTalk(now)
                .then(0, Ethernet.arpRequest(asker.mac(), asker.address(), other.address()))
                .then(
                        Times.between(chance, 200 * Times.MICRO, Times.MILLI),
                        Ethernet.arpReply(other.mac(), other.address(), asker.mac(), asker.address()));
    }

    /** A few echoes. */
    Talk ping(long now, SplittableRandom chance) {
        Peer asker = people.client(chance);
        Peer target = people.server(chance).four();
        FramesTalk talk = new FramesTalk(now);
        int echoes = 1 + chance.nextInt(4);
        byte[] content = Opaque.bytes(chance, 56);
        for (int i = 0; i < echoes; i++) {
            talk.then(
                            i == 0 ? 0 : Times.SECOND,
                            frame(asker, target, Ip.echo(path(asker, target, chance), false, 9, i, content)))
                    .then(
                            12 * Times.MILLI,
                            frame(target, asker, Ip.echo(path(target, asker, chance), true, 9, i, content)));
        }
        return talk;
    }

    /** What hosts tell everyone: services by SSDP and mDNS. */
    Talk announcement(long now, SplittableRandom chance) {
        Peer client = people.client(chance);
        boolean ssdp = chance.nextBoolean();
        Peer group = new Peer(Ip.address(ssdp ? "239.255.255.250" : "224.0.0.251"), client.mac(), client.stack(), 0);
        byte[] content = ssdp ? new Bytes().text(SEARCH).toArray() : Dns.query(0, "_ipps._tcp.local", Dns.PTR);
        int port = ssdp ? 50_000 + chance.nextInt(9_000) : 5353;
        byte[] packet = Ip.udp(path(client, group, chance), port, ssdp ? 1900 : 5353, content);
        return new FramesTalk(now).then(0, frame(client, group, packet));
    }

    /** A stranger tries a port: refused, or nobody answers. */
    Talk probe(long now, SplittableRandom chance) {
        Peer scanner = Population.stranger(chance);
        Peer target = people.client(chance);
        int from = 40_000 + chance.nextInt(20_000);
        int to = 1 + chance.nextInt(chance.nextBoolean() ? 1_024 : 65_535);
        long sequence = chance.nextLong(1L << 32);
        TcpSegment syn =
                new TcpSegment(from, to, TcpSegment.SYN).numbers(sequence, 0).window(1024);
        byte[] packet = Ip.tcp(path(scanner, target, chance), syn.options(new byte[] {2, 4, 5, (byte) 0xb4}));
        FramesTalk talk = new FramesTalk(now).then(0, frame(scanner, target, packet));
        if (chance.nextBoolean()) {
            TcpSegment refusal = new TcpSegment(to, from, TcpSegment.RST | TcpSegment.ACK).numbers(0, sequence + 1);
            return talk.then(300 * Times.MICRO, frame(target, scanner, Ip.tcp(path(target, scanner, chance), refusal)));
        }
        return chance.nextInt(3) == 0 ? talk.then(Times.SECOND, frame(scanner, target, packet)) : talk;
    }

    /** A datagram too large for one packet, and its answer. */
    Talk pieces(long now, SplittableRandom chance) {
        Population.Ends two = people.neighbours(chance);
        byte[] content = Opaque.bytes(chance, 3_000 + chance.nextInt(5_000));
        byte[] packet = Ip.udp(path(two.client(), two.server(), chance), 700 + chance.nextInt(300), 2049, content);
        FramesTalk talk = new FramesTalk(now);
        for (byte[] piece : Tunnels.fragments(packet, FRAGMENT)) {
            talk.then(20 * Times.MICRO, frame(two.client(), two.server(), piece));
        }
        return talk;
    }

    private record Asked(Peer client, Peer server, int port) {}

    private Talk exchange(long now, SplittableRandom chance, Asked asked, byte[] question, byte[] answer) {
        int port = 1_024 + chance.nextInt(64_000);
        Peer client = asked.client;
        Peer server = asked.server;
        byte[] there = Ip.udp(path(client, server, chance), port, asked.port, question);
        byte[] back = Ip.udp(path(server, client, chance), asked.port, port, answer);
        return new FramesTalk(now)
                .then(0, frame(client, server, there))
                .then(Times.between(chance, Times.MILLI, 40 * Times.MILLI), frame(server, client, back));
    }

    private static byte[] ntp(SplittableRandom chance, int firstByte) {
        return new Bytes()
                .u8(firstByte)
                .u8(2)
                .padTo(40)
                .u32(chance.nextLong(1L << 32))
                .u32(chance.nextLong(1L << 32))
                .toArray();
    }

    private static Ip.Path path(Peer from, Peer to, SplittableRandom chance) {
        return from.to(to, chance.nextInt(1 << 16));
    }

    private static byte[] frame(Peer from, Peer to, byte[] packet) {
        return Link.PLAIN.frame(from, to, packet);
    }
}
