package io.wirecase.capture.application.ssh;

import io.wirecase.capture.application.stream.ByteReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The algorithms one side offers (SSH_MSG_KEXINIT, RFC 4253 section 7.1).
 *
 * @param hassh MD5 over its lists of key exchanges, ciphers, message authentications and compressions for what it
 *     sends, joined by semicolons (HASSH of Salesforce, 2018)
 * @param ciphers its list of ciphers for what it sends, as sent
 */
record Offer(String hassh, String ciphers) {

    static final int MESSAGE = 20;

    private static final int COOKIE = 16;
    private static final int LISTS = 10;

    /**
     * Reads the body of the message, its type left out.
     *
     * @param client whether the client sent it: the lists of the other direction are then not its own
     * @return the offer, or null when the bytes are cut or no such message
     */
    static @Nullable Offer read(ByteReader in, boolean client) {
        in.skip(COOKIE);
        String[] lists = new String[LISTS];
        for (int i = 0; i < LISTS; i++) {
            long length = in.u32();
            if (length > in.remaining()) {
                return null;
            }
            lists[i] = new String(in.take((int) length), StandardCharsets.ISO_8859_1);
        }
        int own = client ? 2 : 3;
        String joined = String.join(";", lists[0], lists[own], lists[own + 2], lists[own + 4]);
        return in.overrun() ? null : new Offer(md5(joined), lists[own]);
    }

    private static String md5(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has MD5", impossible);
        }
    }
}
