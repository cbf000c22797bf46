package io.wirecase.scenarios.conversation;

import io.wirecase.scenarios.packet.Bytes;
import java.util.List;
import java.util.SplittableRandom;

/** TLS 1.3 (RFC 8446) as an observer sees it: two hellos in clear, everything after opaque. */
public final class Tls {
    private static final int HANDSHAKE = 22;
    private static final int APPLICATION = 23;
    private static final int[] GREASE = {0x0a0a, 0x1a1a, 0x2a2a, 0x4a4a, 0x8a8a, 0xdada};
    private static final int[] CIPHERS = {
        0x1301, 0x1302, 0x1303, 0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8, 0xc013, 0xc014, 0x009c, 0x009d
    };
    private static final int[] SIGNATURES = {0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601};

    private Tls() {}

    /** A browser's ClientHello with GREASE (RFC 8701), this server name and these protocols. */
    public static byte[] clientHello(SplittableRandom chance, String serverName, List<String> alpn) {
        int grease = GREASE[chance.nextInt(GREASE.length)];
        Bytes ciphers = new Bytes().u16(grease);
        for (int cipher : CIPHERS) {
            ciphers.u16(cipher);
        }
        byte[] body = new Bytes()
                .u16(0x0303)
                .raw(random(chance, 32))
                .block8(random(chance, 32))
                .block16(ciphers.toArray())
                .u16(0x0100)
                .block16(clientExtensions(chance, serverName, alpn, grease))
                .toArray();
        return handshake(1, 0x0301, body);
    }

    /** A ClientHello as small programs send it: three ciphers, no GREASE, HTTP/1.1 alone; no browser's fingerprint. */
    public static byte[] programHello(SplittableRandom chance, String serverName) {
        byte[] share = new Bytes().u16(29).block16(random(chance, 32)).toArray();
        byte[] extensions = new Bytes()
                .raw(serverName(serverName))
                .raw(extension(10, nested16(new Bytes().u16(29).u16(23).toArray())))
                .raw(extension(13, nested16(new Bytes().u16(0x0804).u16(0x0403).toArray())))
                .raw(protocols(List.of("http/1.1")))
                .raw(extension(51, nested16(share)))
                .raw(extension(43, new Bytes().u8(2).u16(0x0304).toArray()))
                .toArray();
        byte[] ciphers = new Bytes().u16(0x1301).u16(0x1302).u16(0x1303).toArray();
        byte[] body = new Bytes()
                .u16(0x0303)
                .raw(random(chance, 32))
                .block8(random(chance, 32))
                .block16(ciphers)
                .u16(0x0100)
                .block16(extensions)
                .toArray();
        return handshake(1, 0x0301, body);
    }

    /** A ServerHello that picks TLS 1.3 and its first cipher, with the records that follow it. */
    public static byte[] serverFlight(SplittableRandom chance, int certificateBytes) {
        byte[] extensions = new Bytes()
                .u16(51)
                .block16(new Bytes().u16(29).block16(random(chance, 32)).toArray())
                .u16(43)
                .block16(new Bytes().u16(0x0304).toArray())
                .toArray();
        byte[] body = new Bytes()
                .u16(0x0303)
                .raw(random(chance, 32))
                .block8(random(chance, 32))
                .u16(0x1301)
                .u8(0)
                .block16(extensions)
                .toArray();
        return new Bytes()
                .raw(handshake(2, 0x0303, body))
                .raw(changeCipherSpec())
                .raw(sealed(chance, certificateBytes))
                .toArray();
    }

    /** The client's last handshake flight: change of cipher and an opaque Finished. */
    public static byte[] clientFinished(SplittableRandom chance) {
        return new Bytes().raw(changeCipherSpec()).raw(sealed(chance, 53)).toArray();
    }

    /** Opaque application data of about this size, cut into records of at most 16 KiB. */
    public static byte[] sealed(SplittableRandom chance, int size) {
        Bytes records = new Bytes();
        for (int left = Math.max(size, 24); left > 0; left -= 16_384) {
            byte[] content = random(chance, Math.min(left, 16_384));
            records.u8(APPLICATION).u16(0x0303).block16(content);
        }
        return records.toArray();
    }

    private static byte[] clientExtensions(SplittableRandom chance, String name, List<String> alpn, int grease) {
        Bytes signatures = new Bytes();
        for (int scheme : SIGNATURES) {
            signatures.u16(scheme);
        }
        byte[] share = new Bytes()
                .u16(grease)
                .block16(new byte[1])
                .u16(29)
                .block16(random(chance, 32))
                .toArray();
        return new Bytes()
                .u16(grease)
                .u16(0)
                .raw(serverName(name))
                .raw(extension(23, new byte[0]))
                .raw(extension(65281, new byte[1]))
                .raw(extension(
                        10,
                        nested16(new Bytes().u16(grease).u16(29).u16(23).u16(24).toArray())))
                .raw(extension(11, new byte[] {1, 0}))
                .raw(extension(35, new byte[0]))
                .raw(protocols(alpn))
                .raw(extension(5, new byte[] {1, 0, 0, 0, 0}))
                .raw(extension(13, nested16(signatures.toArray())))
                .raw(extension(51, nested16(share)))
                .raw(extension(45, new byte[] {1, 1}))
                .raw(extension(
                        43,
                        new Bytes().u8(6).u16(grease).u16(0x0304).u16(0x0303).toArray()))
                .toArray();
    }

    private static byte[] serverName(String name) {
        byte[] host =
                new Bytes().u8(0).block16(new Bytes().text(name).toArray()).toArray();
        return extension(0, nested16(host));
    }

    private static byte[] protocols(List<String> alpn) {
        Bytes protocols = new Bytes();
        alpn.forEach(protocol -> protocols.block8(new Bytes().text(protocol).toArray()));
        return extension(16, nested16(protocols.toArray()));
    }

    private static byte[] extension(int type, byte[] content) {
        return new Bytes().u16(type).block16(content).toArray();
    }

    private static byte[] nested16(byte[] content) {
        return new Bytes().block16(content).toArray();
    }

    private static byte[] handshake(int type, int recordVersion, byte[] body) {
        byte[] message = new Bytes().u8(type).u24(body.length).raw(body).toArray();
        return new Bytes().u8(HANDSHAKE).u16(recordVersion).block16(message).toArray();
    }

    private static byte[] changeCipherSpec() {
        return new byte[] {20, 3, 3, 0, 1, 1};
    }

    private static byte[] random(SplittableRandom chance, int size) {
        byte[] bytes = new byte[size];
        chance.nextBytes(bytes);
        return bytes;
    }
}
