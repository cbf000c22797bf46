package io.wirecase.capture.testkit;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Bytes compressed as other tools compress them. */
public final class Packed {

    private Packed() {}

    /** One gzip member. */
    public static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** A gzip member of so many zeros behind a beginning, written without holding them. */
    public static byte[] gzipOfZeros(byte[] beginning, long zeros) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[1 << 20];
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(beginning);
            for (long left = zeros; left > 0; left -= chunk.length) {
                gzip.write(chunk, 0, (int) Math.min(left, chunk.length));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** One zstd frame. */
    public static byte[] zstd(byte[] content) {
        return Zstd.compress(content);
    }

    /** Bytes one after the other. */
    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
