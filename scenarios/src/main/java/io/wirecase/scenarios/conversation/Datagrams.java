package io.wirecase.scenarios.conversation;

import io.wirecase.scenarios.packet.Bytes;
import io.wirecase.scenarios.packet.Dns;
import io.wirecase.scenarios.packet.Ethernet;
import io.wirecase.scenarios.packet.Ip;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The small exchanges around connections: name lookups, time, ARP, echo. All offsets in nanoseconds. */
public final class Datagrams {
    private static final int DNS = 53;
    private static final int NTP = 123;

    private final Scene scene;
    private final SplittableRandom chance;

    /** Exchanges of one scene, with their own source of chance. */
    public Datagrams(Scene scene, SplittableRandom chance) {
        this.scene = scene;
        this.chance = chance;
    }

    /** A client asks for a name and gets these addresses in this order; returns the offset just after the answer. */
    public long lookup(Host client, Host resolver, Name name, long at) {
        int port = client.nextPort();
        int id = chance.nextInt(1 << 16);
        send(client, resolver, at, Ip.udp(client.pathTo(resolver), port, DNS, Dns.query(id, name.text)));
        long answered = at + 1_000_000 + chance.nextLong(20_000_000);
        byte[] answer = name.alias.isEmpty()
                ? Dns.answer(id, name.text, name.addresses, name.ttl)
                : Dns.aliased(id, name.text, name.alias, name.addresses, name.ttl);
        send(resolver, client, answered, Ip.udp(resolver.pathTo(client), DNS, port, answer));
        return answered + 100_000 + chance.nextLong(400_000);
    }

    /** One NTP question and answer (RFC 5905, version 4, client and server mode). */
    public void time(Host client, Host server, long at) {
        int port = client.nextPort();
        send(client, server, at, Ip.udp(client.pathTo(server), port, NTP, ntp(0x23, 0)));
        long answered = at + 10_000_000 + chance.nextLong(30_000_000);
        send(server, client, answered, Ip.udp(server.pathTo(client), NTP, port, ntp(0x24, 2)));
    }

    /** A host asks for its neighbour's MAC and gets it. */
    public void neighbour(Host asker, Host neighbour, long at) {
        scene.seen(at, Ethernet.arpRequest(asker.mac(), asker.address(), neighbour.address()));
        long answered = at + 200_000 + chance.nextLong(800_000);
        scene.seen(answered, Ethernet.arpReply(neighbour.mac(), neighbour.address(), asker.mac(), asker.address()));
    }

    /** One echo request with its reply. */
    public void echo(Host asker, Host target, int sequence, long at) {
        byte[] payload = new byte[56];
        send(asker, target, at, Ip.echo(asker.pathTo(target), false, 7, sequence, payload));
        long answered = at + 5_000_000 + chance.nextLong(5_000_000);
        send(target, asker, answered, Ip.echo(target.pathTo(asker), true, 7, sequence, payload));
    }

    /** One echo request and a reply, each with data of its own; returns the offset of the reply. */
    public long echo(Host asker, Host target, Echo echo, long at) {
        send(asker, target, at, Ip.echo(asker.pathTo(target), false, echo.identifier, echo.sequence, echo.asked));
        long answered = at + 4_000_000 + chance.nextLong(8_000_000);
        byte[] reply = Ip.echo(target.pathTo(asker), true, echo.identifier, echo.sequence, echo.answered);
        send(target, asker, answered, reply);
        return answered;
    }

    /** A client asks for records of a type and gets one; from its next port, or from one it keeps. */
    public long ask(Host client, Host resolver, Question question, long at) {
        int port = question.port == 0 ? client.nextPort() : question.port;
        int id = chance.nextInt(1 << 16);
        byte[] asked = Dns.query(id, question.name, question.type);
        send(client, resolver, at, Ip.udp(client.pathTo(resolver), port, DNS, asked));
        long answered = at + 5_000_000 + chance.nextLong(30_000_000);
        byte[] answer = Dns.answer(id, question.name, question.type, question.data, question.ttl);
        send(resolver, client, answered, Ip.udp(resolver.pathTo(client), DNS, port, answer));
        return answered;
    }

    /** A client asks for a name that does not exist (RFC 1035, response code 3); returns the offset of the answer. */
    public long nowhere(Host client, Host resolver, String name, long at) {
        int port = client.nextPort();
        int id = chance.nextInt(1 << 16);
        send(client, resolver, at, Ip.udp(client.pathTo(resolver), port, DNS, Dns.query(id, name)));
        long answered = at + 5_000_000 + chance.nextLong(30_000_000);
        byte[] answer = Dns.answer(id, name, List.of(), 0);
        answer[3] |= 3;
        send(resolver, client, answered, Ip.udp(resolver.pathTo(client), DNS, port, answer));
        return answered;
    }

    private byte[] ntp(int firstByte, int stratum) {
        return new Bytes()
                .u8(firstByte)
                .u8(stratum)
                .padTo(40)
                .u32(chance.nextLong(1L << 32))
                .u32(chance.nextLong(1L << 32))
                .toArray();
    }

    private void send(Host from, Host to, long at, byte[] packet) {
        scene.seen(at, Ethernet.ip(from.mac(), to.mac(), packet));
    }

    /**
     * An echo request and its reply.
     *
     * @param identifier the sender's, 16 bits
     * @param sequence 16 bits
     * @param asked the request's data
     * @param answered the reply's data
     */
    @SuppressWarnings("ArrayRecordComponent") // They are bytes on their way to a packet; nobody compares them.
    public record Echo(int identifier, int sequence, byte[] asked, byte[] answered) {}

    /**
     * A question for records of a type and the one record it is answered with.
     *
     * @param name the name
     * @param type the record type
     * @param data the record's data
     * @param ttl seconds the record may be kept
     * @param port the client's port, or 0 for its next one
     */
    @SuppressWarnings("ArrayRecordComponent") // As above.
    public record Question(String name, int type, byte[] data, int ttl, int port) {}

    /**
     * What a resolver knows of a name.
     *
     * @param text the name asked for
     * @param alias the CNAME it leads to, or empty
     * @param addresses in the order they are answered
     * @param ttl seconds left
     */
    public record Name(String text, String alias, List<InetAddress> addresses, int ttl) {
        /** A name without an alias. */
        public static Name of(String text, List<InetAddress> addresses, int ttl) {
            return new Name(text, "", addresses, ttl);
        }

        /** The same name with its addresses turned by some places, as round-robin servers do. */
        public Name turned(int places) {
            int at = Math.floorMod(places, addresses.size());
            List<InetAddress> turned = new ArrayList<>(addresses.subList(at, addresses.size()));
            turned.addAll(addresses.subList(0, at));
            return new Name(text, alias, List.copyOf(turned), ttl);
        }

        /** The same name with another time to live. */
        public Name lasting(int seconds) {
            return new Name(text, alias, addresses, seconds);
        }
    }
}
