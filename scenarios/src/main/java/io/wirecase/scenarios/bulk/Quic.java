package io.wirecase.scenarios.bulk;

import io.wirecase.scenarios.bulk.DatagramTalk.Shape;
import io.wirecase.scenarios.conversation.Tls;
import io.wirecase.scenarios.packet.Bytes;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** QUIC version 1 (RFC 9000): an Initial packet as a client sends it, protected as RFC 9001 says, then opaque ones. */
final class Quic {

    private static final byte[] SALT = {
        0x38,
        0x76,
        0x2c,
        (byte) 0xf7,
        (byte) 0xf5,
        0x59,
        0x34,
        (byte) 0xb3,
        0x4d,
        0x17,
        (byte) 0x9a,
        (byte) 0xe6,
        (byte) 0xa4,
        (byte) 0xc8,
        0x0c,
        (byte) 0xad,
        (byte) 0xcc,
        (byte) 0xbb,
        0x7f,
        0x0a
    };
    private static final int DATAGRAM = 1_200;
    private static final int TAG = 16;
    private static final int HTTPS = 443;
    private static final int RECORD_HEADER = 5;

    private final Population people;

    Quic(Population people) {
        this.people = people;
    }

    /** A connection that fetches something. */
    Talk visit(long now, SplittableRandom chance) {
        Population.Ends ends = people.pair(chance);
        byte[] destination = Opaque.bytes(chance, 8);
        byte[] hello = Tls.clientHello(chance, ends.name(), List.of("h3"));
        byte[] initial = initial(destination, Arrays.copyOfRange(hello, RECORD_HEADER, hello.length));
        byte[] answer = new Bytes()
                .u8(0xc0)
                .u32(1)
                .u8(0)
                .block8(Opaque.bytes(chance, 8))
                .u8(0)
                .u16(0x4000 | DATAGRAM - 24)
                .raw(Opaque.bytes(chance, DATAGRAM - 24))
                .toArray();
        List<Turn> opening = List.of(Turn.client(initial, 0), Turn.server(answer, 20 * Times.MILLI));
        long packets = Times.size(chance, 14, 1.3, 9_000);
        Shape shape = new Shape(packets, 1_252, 150 * Times.MICRO, 4, 0x4a);
        return new DatagramTalk(now, ends, HTTPS, chance, opening, shape);
    }

    private static byte[] initial(byte[] destination, byte[] hello) {
        byte[] crypto =
                new Bytes().u8(6).u8(0).u16(0x4000 | hello.length).raw(hello).toArray();
        Bytes header = new Bytes().u8(0xc3).u32(1).block8(destination).u8(0).u8(0);
        int sealed = DATAGRAM - header.size() - 2;
        header.u16(0x4000 | sealed).u32(0);
        byte[] plain = Arrays.copyOf(crypto, sealed - 4 - TAG);
        try {
            return sealed(destination, header.toArray(), plain);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has AES and HKDF", impossible);
        }
    }

    private static byte[] sealed(byte[] destination, byte[] header, byte[] plain) throws GeneralSecurityException {
        KDF hkdf = KDF.getInstance("HKDF-SHA256");
        SecretKey first = hkdf.deriveKey(
                "Generic",
                HKDFParameterSpec.ofExtract().addSalt(SALT).addIKM(destination).extractOnly());
        SecretKey client = new SecretKeySpec(expand(hkdf, first, "client in", 32), "Generic");
        Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce = expand(hkdf, client, "quic iv", 12);
        aes.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(expand(hkdf, client, "quic key", 16), "AES"),
                new GCMParameterSpec(128, nonce));
        aes.updateAAD(header);
        byte[] packet = new Bytes().raw(header).raw(aes.doFinal(plain)).toArray();
        Cipher mask = Cipher.getInstance("AES/ECB/NoPadding");
        mask.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(expand(hkdf, client, "quic hp", 16), "AES"));
        byte[] bits = mask.doFinal(Arrays.copyOfRange(packet, header.length, header.length + 16));
        packet[0] ^= (byte) (bits[0] & 0x0f);
        for (int i = 0; i < 4; i++) {
            packet[header.length - 4 + i] ^= bits[1 + i];
        }
        return packet;
    }

    private static byte[] expand(KDF hkdf, SecretKey from, String label, int length) throws GeneralSecurityException {
        byte[] info = new Bytes()
                .u16(length)
                .block8(new Bytes().text("tls13 " + label).toArray())
                .u8(0)
                .toArray();
        return hkdf.deriveData(HKDFParameterSpec.expandOnly(from, info, length));
    }
}
