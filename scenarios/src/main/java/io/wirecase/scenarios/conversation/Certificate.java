package io.wirecase.scenarios.conversation;

import io.wirecase.scenarios.packet.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/**
 * X.509 certificates (RFC 5280) of the usual size. Keys and signatures are opaque bytes: nobody who watches checks
 * them.
 */
public final class Certificate {

    private static final byte[] SHA256_RSA = oid(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b);
    private static final byte[] RSA = oid(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01);
    private static final byte[] COMMON_NAME = oid(0x55, 0x04, 0x03);
    private static final byte[] ORGANISATION = oid(0x55, 0x04, 0x0a);
    private static final byte[] ALTERNATIVE_NAMES = oid(0x55, 0x1d, 0x11);
    private static final byte[] POLICIES = oid(0x55, 0x1d, 0x20);

    private Certificate() {}

    /** Who a certificate is of, or by. */
    public record Name(String organisation, String common) {}

    /**
     * From when to when a certificate is valid.
     *
     * @param from as ASN.1's UTCTime, {@code yyMMddHHmmssZ}
     * @param until the same
     */
    public record Validity(String from, String until) {
        private static final Validity USUAL = new Validity("250601000000Z", "270601000000Z");
    }

    /** A certificate, DER, valid from June 2025 to June 2027, for these DNS names. */
    public static byte[] of(SplittableRandom chance, Name subject, Name issuer, List<String> names) {
        return of(chance, subject, issuer, names, Validity.USUAL);
    }

    /** A certificate, DER, for these DNS names. */
    public static byte[] of(SplittableRandom chance, Name subject, Name issuer, List<String> names, Validity valid) {
        byte[] algorithm = sequence(SHA256_RSA, tagged(5, new byte[0]));
        byte[] modulus = new Bytes().u8(0).raw(odd(random(chance, 256))).toArray();
        byte[] key = sequence(tagged(2, modulus), tagged(2, new byte[] {1, 0, 1}));
        byte[] keyInfo = sequence(
                sequence(RSA, tagged(5, new byte[0])),
                tagged(3, new Bytes().u8(0).raw(key).toArray()));
        byte[] validity = sequence(text(23, valid.from), text(23, valid.until));
        byte[] body = sequence(
                tagged(0xa0, tagged(2, new byte[] {2})),
                tagged(2, new Bytes().u8(1).raw(random(chance, 15)).toArray()),
                algorithm,
                name(issuer),
                validity,
                name(subject),
                keyInfo,
                tagged(0xa3, sequence(alternatives(names), policies(chance))));
        byte[] signature = new Bytes().u8(0).raw(random(chance, 256)).toArray();
        return sequence(body, algorithm, tagged(3, signature));
    }

    private static byte[] alternatives(List<String> names) {
        Bytes list = new Bytes();
        names.forEach(name -> list.raw(text(0x82, name)));
        return sequence(ALTERNATIVE_NAMES, tagged(4, tagged(0x30, list.toArray())));
    }

    /** As long as the log entries, addresses of revocation lists and key ids that real ones carry. */
    private static byte[] policies(SplittableRandom chance) {
        return sequence(POLICIES, tagged(4, sequence(tagged(4, random(chance, 420)))));
    }

    private static byte[] name(Name name) {
        return sequence(
                tagged(0x31, sequence(ORGANISATION, text(12, name.organisation()))),
                tagged(0x31, sequence(COMMON_NAME, text(12, name.common()))));
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
        return tagged(tag, text.getBytes(StandardCharsets.UTF_8));
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

    private static byte[] random(SplittableRandom chance, int size) {
        byte[] bytes = new byte[size];
        chance.nextBytes(bytes);
        return bytes;
    }
}
