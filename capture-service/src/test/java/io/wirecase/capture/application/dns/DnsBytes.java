package io.wirecase.capture.application.dns;

import io.wirecase.core.net.IpAddress;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Builds DNS messages byte by byte. Names are written out; {@code @12} stands for a pointer to the first question. */
public final class DnsBytes {

    private final int id;
    private final int flags;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int questions;
    private int answers;

    private DnsBytes(int id, int flags) {
        this.id = id;
        this.flags = flags;
    }

    public static DnsBytes query(int id) {
        return new DnsBytes(id, 0x0100);
    }

    public static DnsBytes response(int id, int code) {
        return new DnsBytes(id, 0x8180 | code);
    }

    public DnsBytes question(String name, int type) {
        questions++;
        name(body, name);
        put16(body, type);
        put16(body, 1);
        return this;
    }

    public DnsBytes address(String owner, long ttl, String address) {
        byte[] bytes = IpAddress.of(address).bytes();
        return record(owner, bytes.length == 4 ? 1 : 28, ttl, bytes);
    }

    public DnsBytes alias(String owner, long ttl, String target) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        name(out, target);
        return record(owner, 5, ttl, out.toByteArray());
    }

    public DnsBytes record(String owner, int type, long ttl, byte[] data) {
        answers++;
        name(body, owner);
        put16(body, type);
        put16(body, 1);
        put16(body, (int) (ttl >> 16));
        put16(body, (int) ttl);
        put16(body, data.length);
        body.writeBytes(data);
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        put16(out, id);
        put16(out, flags);
        put16(out, questions);
        put16(out, answers);
        put16(out, 0);
        put16(out, 0);
        out.writeBytes(body.toByteArray());
        return out.toByteArray();
    }

    /** The message behind its length, as over TCP. */
    public byte[] counted() {
        byte[] message = bytes();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        put16(out, message.length);
        out.writeBytes(message);
        return out.toByteArray();
    }

    private static void name(ByteArrayOutputStream out, String name) {
        if (name.startsWith("@")) {
            put16(out, 0xC000 | Integer.parseInt(name.substring(1)));
            return;
        }
        for (String label : name.split("\\.")) {
            if (label.startsWith("@")) {
                put16(out, 0xC000 | Integer.parseInt(label.substring(1)));
                return;
            }
            out.write(label.length());
            out.writeBytes(label.getBytes(StandardCharsets.ISO_8859_1));
        }
        out.write(0);
    }

    private static void put16(ByteArrayOutputStream out, int value) {
        out.write(value >> 8);
        out.write(value);
    }
}
