package io.wirecase.scenarios.bulk;

import io.wirecase.scenarios.packet.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Certificate chains (RFC 5280) of the usual sizes. Keys and signatures are opaque bytes: nobody who watches checks
 * them.
 */
final class Certificates {

    private static final int CHAINS = 64;
    private static final byte[] SHA256_RSA = oid(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b);
    private static final byte[] RSA = oid(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01);
    private static final byte[] COMMON_NAME = oid(0x55, 0x04, 0x03);
    private static final byte[] ORGANISATION = oid(0x55, 0x04, 0x0a);
    private static final byte[] ALTERNATIVE_NAMES = oid(0x55, 0x1d, 0x11);
    private static final byte[] POLICIES = oid(0x55, 0x1d, 0x20);
    private static final String AUTHORITY = "Example Trust CA 3";
    private static final String ROOT = "Example Trust Root";

    private final List<byte[]> chains = new ArrayList<>();

    Certificates(SplittableRandom chance) {
        for (int i = 0; i < CHAINS; i++) {
            byte[] leaf = certificate(chance, "*.site" + i + ".example", AUTHORITY);
            byte[] middle = certificate(chance, AUTHORITY, ROOT);
            byte[] list = new Bytes()
                    .u24(leaf.length)
                    .raw(leaf)
                    .u24(middle.length)
                    .raw(middle)
                    .toArray();
            chains.add(new Bytes().u24(list.length).raw(list).toArray());
        }
    }

    /** The body of a Certificate message of TLS 1.2 (RFC 5246): a list of two. */
    byte[] chain(SplittableRandom chance) {
        return chains.get(chance.nextInt(CHAINS));
    }

    private static byte[] certificate(SplittableRandom chance, String subject, String issuer) {
        byte[] algorithm = sequence(SHA256_RSA, tagged(5, new byte[0]));
        byte[] modulus = new Bytes().u8(0).raw(odd(Opaque.bytes(chance, 256))).toArray();
        byte[] key = sequence(tagged(2, modulus), tagged(2, new byte[] {1, 0, 1}));
        byte[] keyInfo = sequence(
                sequence(RSA, tagged(5, new byte[0])),
                tagged(3, new Bytes().u8(0).raw(key).toArray()));
        byte[] validity = sequence(text(23, "250601000000Z"), text(23, "270601000000Z"));
        byte[] body = sequence(
                tagged(0xa0, tagged(2, new byte[] {2})),
                tagged(2, new Bytes().u8(1).raw(Opaque.bytes(chance, 15)).toArray()),
                algorithm,
                name(issuer),
                validity,
                name(subject),
                keyInfo,
                tagged(0xa3, sequence(alternatives(subject), policies(chance))));
        byte[] signature = new Bytes().u8(0).raw(Opaque.bytes(chance, 256)).toArray();
        return sequence(body, algorithm, tagged(3, signature));
    }

    private static byte[] alternatives(String subject) {
        byte[] names = sequence(text(0x82, subject.replace(' ', '-')), text(0x82, "www." + subject.replace(' ', '-')));
        return sequence(ALTERNATIVE_NAMES, tagged(4, names));
    }

    /** As long as the log entries, addresses of revocation lists and key ids that real ones carry. */
    private static byte[] policies(SplittableRandom chance) {
        return sequence(POLICIES, tagged(4, sequence(tagged(4, Opaque.bytes(chance, 420)))));
    }

    private static byte[] name(String common) {
        return sequence(
                tagged(0x31, sequence(ORGANISATION, text(12, "Example Organisation"))),
                tagged(0x31, sequence(COMMON_NAME, text(12, common))));
    }

    private static byte[] odd(byte[] number) {
        number[0] |= (byte) 0x80;
        number[number.length - 1] |= 1;
        return number;
    }

    private static byte[] oid(int... bytes) {
        Bytes content = new Bytes();
        for (int value : bytes) {
            content.u8(value);
        }
        return tagged(6, content.toArray());
    }

    private static byte[] text(int tag, String text) {
        return tagged(tag, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] sequence(byte[]... parts) {
        Bytes content = new Bytes();
        for (byte[] part : parts) {
            content.raw(part);
        }
        return tagged(0x30, content.toArray());
    }

    private static byte[] tagged(int tag, byte[] content) {
        Bytes out = new Bytes().u8(tag);
        if (content.length < 128) {
            out.u8(content.length);
        } else if (content.length < 256) {
            out.u8(0x81).u8(content.length);
        } else {
            out.u8(0x82).u16(content.length);
        }
        return out.raw(content).toArray();
    }
}
