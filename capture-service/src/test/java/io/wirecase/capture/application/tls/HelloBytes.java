package io.wirecase.capture.application.tls;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Builds hellos byte by byte, from the fields that fingerprints are made of. */
public final class HelloBytes {

    private final int version;
    private final List<Integer> ciphers = new ArrayList<>();
    private byte[] sessionId = {1, 2, 3, 4};
    private long random;
    private final ByteArrayOutputStream extensions = new ByteArrayOutputStream();

    public HelloBytes(int version) {
        this.version = version;
    }

    public HelloBytes ciphers(int... values) {
        for (int value : values) {
            ciphers.add(value);
        }
        return this;
    }

    public HelloBytes sessionId(int... bytes) {
        sessionId = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            sessionId[i] = (byte) bytes[i];
        }
        return this;
    }

    /** The first eight bytes of the random value; the others are zero. */
    public HelloBytes random(long first) {
        random = first;
        return this;
    }

    public HelloBytes extension(int type, byte... body) {
        put16(extensions, type);
        put16(extensions, body.length);
        extensions.writeBytes(body);
        return this;
    }

    public HelloBytes serverName(String name) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        put16(body, name.length() + 3);
        body.write(0);
        put16(body, name.length());
        body.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
        return extension(0, body.toByteArray());
    }

    public HelloBytes alpn(String... names) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        for (String name : names) {
            list.write(name.length());
            list.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
        }
        return extension(16, counted16(list.toByteArray()));
    }

    /** An extension that is a list of 16-bit numbers after its 16-bit length. */
    public HelloBytes numbers(int type, int... values) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        for (int value : values) {
            put16(list, value);
        }
        return extension(type, counted16(list.toByteArray()));
    }

    /** supported_versions as a client sends them. */
    public HelloBytes versions(int... values) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        list.write(values.length * 2);
        for (int value : values) {
            put16(list, value);
        }
        return extension(43, list.toByteArray());
    }

    public byte[] clientBody() {
        ByteArrayOutputStream out = start();
        put16(out, ciphers.size() * 2);
        ciphers.forEach(cipher -> put16(out, cipher));
        out.write(1);
        out.write(0);
        if (extensions.size() > 0) {
            out.writeBytes(counted16(extensions.toByteArray()));
        }
        return out.toByteArray();
    }

    public byte[] serverBody() {
        ByteArrayOutputStream out = start();
        put16(out, ciphers.getFirst());
        out.write(0);
        if (extensions.size() > 0) {
            out.writeBytes(counted16(extensions.toByteArray()));
        }
        return out.toByteArray();
    }

    private ByteArrayOutputStream start() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        put16(out, version);
        out.writeBytes(ByteBuffer.allocate(32).putLong(random).array());
        out.write(sessionId.length);
        out.writeBytes(sessionId);
        return out;
    }

    public byte[] client() {
        return message(1, clientBody());
    }

    public byte[] server() {
        return message(2, serverBody());
    }

    private static byte[] message(int type, byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(type);
        out.write(0);
        put16(out, body.length);
        out.writeBytes(body);
        return out.toByteArray();
    }

    /** Wraps a handshake message in records of at most so many bytes. */
    public static byte[] records(byte[] message, int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int from = 0; from < message.length; from += size) {
            int length = Math.min(size, message.length - from);
            out.write(22);
            put16(out, 0x0301);
            put16(out, length);
            out.write(message, from, length);
        }
        return out.toByteArray();
    }

    private static byte[] counted16(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        put16(out, body.length);
        out.writeBytes(body);
        return out.toByteArray();
    }

    private static void put16(ByteArrayOutputStream out, int value) {
        out.write(value >> 8);
        out.write(value);
    }
}
