package io.wirecase.scenarios.packet;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** DNS messages (RFC 1035): address lookups, and records of any type. */
public final class Dns {
    private static final int A = 1;
    private static final int CNAME = 5;
    private static final int AAAA = 28;
    private static final int LONGEST_STRING = 255;
    private static final int NAME_OF_QUESTION = 0xc00c;

    private Dns() {}

    /** The type of text records. */
    public static final int TXT = 16;

    /** The type of records that lead from an address to a name. */
    public static final int PTR = 12;

    /** A question for a name's IPv4 addresses, recursion desired. */
    public static byte[] query(int id, String name) {
        return question(id, 0x0100, name, A, 0);
    }

    /** A question for a name's records of a type, recursion desired. */
    public static byte[] query(int id, String name, int type) {
        return question(id, 0x0100, name, type, 0);
    }

    /** The answer with one record of that type, its data as they are, with this TTL in seconds. */
    public static byte[] answer(int id, String name, int type, byte[] data, int ttl) {
        return new Bytes()
                .raw(question(id, 0x8180, name, type, 1))
                .u16(NAME_OF_QUESTION)
                .u16(type)
                .u16(1)
                .u32(ttl)
                .block16(data)
                .toArray();
    }

    /** The data of a text record: strings of at most 255 bytes, each behind its length. */
    public static byte[] text(byte[] content) {
        Bytes strings = new Bytes();
        for (int at = 0; at < content.length; at += LONGEST_STRING) {
            strings.block8(Arrays.copyOfRange(content, at, Math.min(content.length, at + LONGEST_STRING)));
        }
        return strings.toArray();
    }

    /** The data of a record that holds a name. */
    public static byte[] name(String name) {
        return labels(name);
    }

    /** The answer: every address as its own record, in this order, with this TTL in seconds. */
    public static byte[] answer(int id, String name, List<InetAddress> addresses, int ttl) {
        Bytes message = new Bytes().raw(question(id, 0x8180, name, A, addresses.size()));
        addresses.forEach(address -> record(message, NAME_OF_QUESTION, address, ttl));
        return message.toArray();
    }

    /** The answer through an alias: one CNAME record, then the alias's addresses. */
    public static byte[] aliased(int id, String name, String alias, List<InetAddress> addresses, int ttl) {
        Bytes message = new Bytes().raw(question(id, 0x8180, name, A, addresses.size() + 1));
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

    private static byte[] question(int id, int flags, String name, int type, int answers) {
        return new Bytes()
                .u16(id)
                .u16(flags)
                .u16(1)
                .u16(answers)
                .u32(0)
                .raw(labels(name))
                .u16(type)
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
