package io.wirecase.capture.store;

import io.wirecase.capture.source.CaptureFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Writes one capture to a file while its digest is computed. */
final class Intake {

    private static final int CHUNK = 256 * 1024;
    private static final String WAYS_OUT =
            "Delete captures that are not needed (DELETE /api/v1/captures/ID), keep fewer"
                    + " (WIRECASE_KEEP_FOR, WIRECASE_KEEP_BYTES), or give the service a larger disk";

    /** How much is written between two looks at the disk. */
    private static final long LOOK = 16L << 20;

    private final Path file;
    private final Space space;

    Intake(Path file, Space space) {
        this.file = file;
        this.space = space;
    }

    /**
     * How much may be kept.
     *
     * @param reserve bytes of the disk that are always left free
     * @param most the most bytes of all captures together
     */
    record Space(long reserve, long most) {}

    sealed interface Taken {}

    record Whole(String sha256, long bytes) implements Taken {}

    record Refused(String reason) implements Taken {}

    record Full(String reason) implements Taken {}

    record Cut(String reason) implements Taken {}

    /** Takes it in. @param announced its size in bytes, or less than 0 when that is not known */
    Taken take(InputStream body, long announced) throws IOException {
        Taken refused = refusal(Math.max(0, announced));
        if (refused != null) {
            return refused;
        }
        try {
            return takeAll(body);
        } catch (SenderGone gone) {
            return new Cut(String.valueOf(gone.getMessage()));
        }
    }

    private Taken takeAll(InputStream body) throws IOException {
        byte[] chunk = new byte[CHUNK];
        int first = read(body, chunk);
        String refusal = CaptureFile.refusal(Arrays.copyOf(chunk, Math.min(first, CaptureFile.HEAD_BYTES)));
        if (refusal != null) {
            return new Refused(refusal);
        }
        MessageDigest digest = sha256();
        long bytes = 0;
        long nextLook = 0;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int read = first; read > 0; read = read(body, chunk)) {
                if (bytes >= nextLook) {
                    Taken refused = bytes > space.most() ? tooLarge(bytes) : refusal(LOOK);
                    if (refused != null) {
                        return refused;
                    }
                    nextLook += LOOK;
                }
                digest.update(chunk, 0, read);
                write(out, ByteBuffer.wrap(chunk, 0, read));
                bytes += read;
            }
            out.force(true);
        }
        return new Whole(HexFormat.of().formatHex(digest.digest()), bytes);
    }

    /** Reading from the sender failed, which the disk has no part in. */
    private static final class SenderGone extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;

        SenderGone(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private static int read(InputStream body, byte[] chunk) throws SenderGone {
        try {
            return body.readNBytes(chunk, 0, CHUNK);
        } catch (IOException gone) {
            throw new SenderGone(gone);
        }
    }

    private @Nullable Taken refusal(long more) throws IOException {
        if (more > space.most()) {
            return tooLarge(more);
        }
        long free = Files.getFileStore(folder()).getUsableSpace();
        return free - more >= space.reserve()
                ? null
                : new Full(megabytes(more) + " more do not fit: the disk has " + megabytes(free) + " left, of which "
                        + megabytes(space.reserve()) + " are kept free. " + WAYS_OUT);
    }

    private Full tooLarge(long bytes) {
        return new Full("at least " + megabytes(bytes) + " in one capture, and all captures together may take "
                + megabytes(space.most()) + ". Send it in parts, or raise that limit (WIRECASE_KEEP_BYTES)");
    }

    private Path folder() {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file : parent;
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
