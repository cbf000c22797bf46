package io.wirecase.scenarios.packet;

import java.net.InetAddress;
import java.util.List;

/** DNS messages (RFC 1035) for address lookups. */
public final class Dns {
    private static final int A = 1;
    private static final int CNAME = 5;
    private static final int AAAA = 28;
    private static final int NAME_OF_QUESTION = 0xc00c;

    private Dns() {}

    /** A question for a name's IPv4 addresses, recursion desired. */
    public static byte[] query(int id, String name) {
        return question(id, 0x0100, name, 0);
    }

    /** The answer: every address as its own record, in this order, with this TTL in seconds. */
    public static byte[] answer(int id, String name, List<InetAddress> addresses, int ttl) {
        Bytes message = new Bytes().raw(question(id, 0x8180, name, addresses.size()));
        addresses.forEach(address -> record(message, NAME_OF_QUESTION, address, ttl));
        return message.toArray();
    }

    /** The answer through an alias: one CNAME record, then the alias's addresses. */
    public static byte[] aliased(int id, String name, String alias, List<InetAddress> addresses, int ttl) {
        Bytes message = new Bytes().raw(question(id, 0x8180, name, addresses.size() + 1));
        byte[] encoded = labels(alias);
        message.u16(NAME_OF_QUESTION).u16(CNAME).u16(1).u32(ttl);
        int aliasAt = 0xc000 | (message.size() + 2);
        message.block16(encoded);
        addresses.forEach(address -> record(message, aliasAt, address, ttl));
        return message.toArray();
    }

    private static void record(Bytes message, int namePointer, InetAddress address, int ttl) {
        byte[] data = address.getAddress();
        message.u16(namePointer)
                .u16(data.length == 4 ? A : AAAA)
                .u16(1)
                .u32(ttl)
                .block16(data);
    }

    private static byte[] question(int id, int flags, String name, int answers) {
        return new Bytes()
                .u16(id)
                .u16(flags)
                .u16(1)
                .u16(answers)
                .u32(0)
                .raw(labels(name))
                .u16(A)
                .u16(1)
                .toArray();
    }

    private static byte[] labels(String name) {
        Bytes bytes = new Bytes();
        for (String label : List.of(name.split("\\.", -1))) {
            bytes.u8(label.length()).text(label);
        }
        return bytes.u8(0).toArray();
    }
}
