package io.wirecase.capture.application.quic;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a client's Initial packets (RFC 9001 section 5.2). They follow from the connection id that the client
 * chose for the server, so that whoever sees the packet can open it.
 */
final class InitialKeys {

    private static final String AES = "AES";
    private static final int KEY = 16;
    private static final int NONCE = 12;
    private static final int SECRET = 32;
    private static final int TAG_BITS = 128;
    private static final int SAMPLE = 16;

    private final SecretKey key;
    private final byte[] nonce;
    private final SecretKey headerKey;

    private InitialKeys(SecretKey key, byte[] nonce, SecretKey headerKey) {
        this.key = key;
        this.nonce = nonce;
        this.headerKey = headerKey;
    }

    /**
     * The keys of the client that chose a connection id.
     *
     * @param connectionId the Destination Connection ID of its first Initial packet, 0 to 20 bytes
     */
    static InitialKeys of(QuicVersions.Scheme scheme, byte[] connectionId) {
        try {
            KDF kdf = KDF.getInstance("HKDF-SHA256");
            SecretKey initial = kdf.deriveKey(
                    "Generic",
                    HKDFParameterSpec.ofExtract()
                            .addIKM(connectionId)
                            .addSalt(scheme.salt())
                            .extractOnly());
            SecretKey client = new SecretKeySpec(expand(kdf, initial, "client in", SECRET), "Generic");
            return new InitialKeys(
                    new SecretKeySpec(expand(kdf, client, scheme.labels() + "key", KEY), AES),
                    expand(kdf, client, scheme.labels() + "iv", NONCE),
                    new SecretKeySpec(expand(kdf, client, scheme.labels() + "hp", KEY), AES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 25 on has HKDF-SHA256", e);
        }
    }

    /** HKDF-Expand-Label of RFC 8446 section 7.1 without context. */
    private static byte[] expand(KDF kdf, SecretKey secret, String label, int length) throws GeneralSecurityException {
        byte[] text = ("tls13 " + label).getBytes(StandardCharsets.US_ASCII);
        byte[] info = ByteBuffer.allocate(text.length + 4)
                .putShort((short) length)
                .put((byte) text.length)
                .put(text)
                .array();
        return kdf.deriveData(HKDFParameterSpec.expandOnly(secret, info, length));
    }

    /**
     * Opens a packet (RFC 9001 sections 5.3 and 5.4).
     *
     * @param packet all of it, from its first byte; not changed
     * @param numberAt where its packet number begins
     * @return what is inside, or null when it is not of these keys
     */
    byte @Nullable [] open(byte[] packet, int numberAt) {
        int sampleAt = numberAt + 4;
        if (sampleAt + SAMPLE > packet.length) {
            return null;
        }
        try {
            Cipher mask = Cipher.getInstance("AES/ECB/NoPadding");
            mask.init(Cipher.ENCRYPT_MODE, headerKey);
            return open(packet, numberAt, mask.doFinal(packet, sampleAt, SAMPLE));
        } catch (GeneralSecurityException notOurs) {
            // Wrong keys or changed bytes: the tag does not fit.
            return null;
        }
    }

    private byte[] open(byte[] packet, int numberAt, byte[] mask) throws GeneralSecurityException {
        byte[] header = Arrays.copyOf(packet, numberAt + 4);
        header[0] ^= (byte) (mask[0] & 0x0F);
        int numberBytes = (header[0] & 3) + 1;
        byte[] its = nonce.clone();
        for (int i = 0; i < numberBytes; i++) {
            header[numberAt + i] ^= mask[1 + i];
            its[NONCE - numberBytes + i] ^= header[numberAt + i];
        }
        int body = numberAt + numberBytes;
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, its));
        cipher.updateAAD(header, 0, body);
        return cipher.doFinal(packet, body, packet.length - body);
    }
}
