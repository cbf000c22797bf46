package io.wirecase.scenarios.conversation;

import io.wirecase.scenarios.packet.Bytes;
import java.util.List;
import java.util.SplittableRandom;

/** What follows a ClientHello in TLS 1.2 (RFC 5246), where certificates are in clear; keys and secrets are opaque. */
public final class OldTls {

    private static final int HANDSHAKE = 22;
    private static final int CIPHER = 0xc02f;

    private OldTls() {}

    /** Hello, the chain in clear, the key exchange, done. */
    public static byte[] serverFlight(SplittableRandom chance, List<byte[]> chain) {
        byte[] extensions = new Bytes()
                .u16(0xff01)
                .block16(new byte[1])
                .u16(16)
                .block16(new byte[] {0, 3, 2, 'h', '2'})
                .toArray();
        byte[] hello = new Bytes()
                .u16(0x0303)
                .raw(random(chance, 32))
                .block8(random(chance, 32))
                .u16(CIPHER)
                .u8(0)
                .block16(extensions)
                .toArray();
        byte[] certificates = certificates(chain);
        byte[] exchange = new Bytes()
                .u8(3)
                .u16(23)
                .block8(random(chance, 65))
                .u16(0x0804)
                .block16(random(chance, 256))
                .toArray();
        return new Bytes()
                .raw(record(message(2, hello)))
                .raw(record(message(11, certificates)))
                .raw(record(message(12, exchange)))
                .raw(record(message(14, new byte[0])))
                .toArray();
    }

    /** The client's key exchange, change of cipher and opaque Finished. */
    public static byte[] clientFlight(SplittableRandom chance) {
        byte[] exchange =
                new Bytes().u8(16).u24(66).u8(65).raw(random(chance, 65)).toArray();
        return new Bytes().raw(record(exchange)).raw(finished(chance)).toArray();
    }

    /** Either side's change of cipher and opaque Finished. */
    public static byte[] finished(SplittableRandom chance) {
        return new Bytes()
                .raw(new byte[] {20, 3, 3, 0, 1, 1})
                .raw(record(random(chance, 40)))
                .toArray();
    }

    private static byte[] certificates(List<byte[]> chain) {
        Bytes list = new Bytes();
        chain.forEach(certificate -> list.u24(certificate.length).raw(certificate));
        byte[] all = list.toArray();
        return new Bytes().u24(all.length).raw(all).toArray();
    }

    private static byte[] message(int type, byte[] body) {
        return new Bytes().u8(type).u24(body.length).raw(body).toArray();
    }

    private static byte[] record(byte[] content) {
        return new Bytes().u8(HANDSHAKE).u16(0x0303).block16(content).toArray();
    }

    private static byte[] random(SplittableRandom chance, int size) {
        byte[] bytes = new byte[size];
        chance.nextBytes(bytes);
        return bytes;
    }
}
