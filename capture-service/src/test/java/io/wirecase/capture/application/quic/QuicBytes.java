package io.wirecase.capture.application.quic;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Builds protected Initial packets, with an HKDF of its own so that it does not repeat what it tests. */
public final class QuicBytes {

    public static final String SALT_1 = "38762cf7f55934b34d179ae6a4c80cadccbb7f0a";
    public static final String SALT_2 = "0dede3def700a6db819381be6e269dcbf9bd2ed9";
    public static final String SALT_DRAFT_29 = "afbfec289993d24c9e9786f19c6111e04390a899";
    public static final String SALT_DRAFT_23 = "c3eef712c72ebb5a11a7d2432bb46365bef9f502";
    public static final String SALT_DRAFT_22 = "7fbcdb0e7c66bbe9193a96cd21519ebd7a02644a";

    private final long version;
    private final String salt;
    private byte[] keyId;
    private byte[] destination;
    private byte[] source = {};
    private byte[] token = {};
    private int padTo = 1162;

    /** Packets to the connection id of RFC 9001 appendix A. */
    public QuicBytes(long version, String salt) {
        this.version = version;
        this.salt = salt;
        keyId = HexFormat.of().parseHex("8394c8f03e515708");
        destination = keyId;
    }

    /** The connection id that the keys follow from, when it is not the one in the header. */
    public QuicBytes keysOf(byte... id) {
        keyId = id;
        return this;
    }

    public QuicBytes to(byte... id) {
        destination = id;
        return this;
    }

    public QuicBytes from(byte... id) {
        source = id;
        return this;
    }

    public QuicBytes token(byte... bytes) {
        token = bytes;
        return this;
    }

    /** The length of the frames, up to which padding follows. */
    public QuicBytes padTo(int bytes) {
        padTo = bytes;
        return this;
    }

    /** A CRYPTO frame with a part of a handshake. */
    public static byte[] crypto(byte[] handshake, int from, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(6);
        number(out, from);
        number(out, to - from);
        out.write(handshake, from, to - from);
        return out.toByteArray();
    }

    /** A protected Initial packet. */
    public byte[] initial(int packetNumber, byte[]... frames) {
        boolean second = version == 0x6B3343CFL;
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.write(second ? 0xD3 : 0xC3);
        header.writeBytes(ByteBuffer.allocate(4).putInt((int) version).array());
        id(header, destination);
        id(header, source);
        number(header, token.length);
        header.writeBytes(token);
        byte[] plain = Arrays.copyOf(joined(frames), Math.max(padTo, joined(frames).length));
        header.write(0x40 | plain.length + 20 >> 8);
        header.write(plain.length + 20);
        header.writeBytes(ByteBuffer.allocate(4).putInt(packetNumber).array());
        try {
            return sealed(header.toByteArray(), plain, packetNumber, second ? "quicv2 " : "quic ");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] sealed(byte[] header, byte[] plain, int packetNumber, String labels)
            throws GeneralSecurityException {
        byte[] client = expand(hmac(HexFormat.of().parseHex(salt), keyId), "client in", 32);
        byte[] nonce = expand(client, labels + "iv", 12);
        for (int i = 0; i < 4; i++) {
            nonce[11 - i] ^= (byte) (packetNumber >> 8 * i);
        }
        Cipher aead = Cipher.getInstance("AES/GCM/NoPadding");
        aead.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(expand(client, labels + "key", 16), "AES"),
                new GCMParameterSpec(128, nonce));
        aead.updateAAD(header);
        byte[] body = aead.doFinal(plain);
        Cipher ecb = Cipher.getInstance("AES/ECB/NoPadding");
        ecb.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(expand(client, labels + "hp", 16), "AES"));
        byte[] mask = ecb.doFinal(body, 0, 16);
        header[0] ^= (byte) (mask[0] & 0x0F);
        for (int i = 0; i < 4; i++) {
            header[header.length - 4 + i] ^= mask[1 + i];
        }
        return joined(header, body);
    }

    private static byte[] expand(byte[] secret, String label, int length) throws GeneralSecurityException {
        byte[] text = ("tls13 " + label).getBytes(StandardCharsets.US_ASCII);
        byte[] info = ByteBuffer.allocate(text.length + 5)
                .putShort((short) length)
                .put((byte) text.length)
                .put(text)
                .put((byte) 0)
                .put((byte) 1)
                .array();
        return Arrays.copyOf(hmac(secret, info), length);
    }

    private static byte[] hmac(byte[] key, byte[] bytes) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(bytes);
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static void id(ByteArrayOutputStream out, byte[] id) {
        out.write(id.length);
        out.writeBytes(id);
    }

    private static void number(ByteArrayOutputStream out, int value) {
        if (value >= 64) {
            out.write(0x40 | value >> 8);
        }
        out.write(value);
    }
}
