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

/** Writes one capture to a file while its digest is computed. */
final class Intake {

    private static final int CHUNK = 256 * 1024;
    /** How much is written between two looks at the disk. */
    private static final long LOOK = 16L << 20;

    private final Path file;
    private final long reserve;

    Intake(Path file, long reserve) {
        this.file = file;
        this.reserve = reserve;
    }

    sealed interface Taken {}

    record Whole(String sha256, long bytes) implements Taken {}

    record Refused(String reason) implements Taken {}

    record Full(String reason) implements Taken {}

    record Cut(String reason) implements Taken {}

    Taken take(InputStream body) throws IOException {
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
                    long free = Files.getFileStore(file).getUsableSpace();
                    if (free - LOOK < reserve) {
                        return full(free);
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

    private Full full(long free) {
        return new Full(
                "the disk has " + (free >> 20) + " MiB left, of which " + (reserve >> 20) + " MiB are kept free");
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
