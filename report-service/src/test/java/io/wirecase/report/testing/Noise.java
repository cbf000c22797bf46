package io.wirecase.report.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** So many bytes that look random and are the same every time. */
public final class Noise extends InputStream {

    private final Random random = new Random(7);
    private long left;

    /** So many bytes. */
    public Noise(long size) {
        left = size;
    }

    /** The SHA-256 of so many bytes, lower-case hex. */
    public static String sha256(long size) throws IOException {
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"));
                var noise = new Noise(size)) {
            noise.transferTo(out);
            return HexFormat.of().formatHex(out.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public int read() {
        return left-- > 0 ? random.nextInt(256) : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        if (left <= 0) {
            return -1;
        }
        int n = (int) Math.min(length, left);
        for (int i = 0; i < n; i++) {
            into[from + i] = (byte) random.nextInt(256);
        }
        left -= n;
        return n;
    }
}
