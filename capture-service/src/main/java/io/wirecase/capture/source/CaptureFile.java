package io.wirecase.capture.source;

import java.io.IOException;
import java.nio.file.Path;

/** Opens capture files. */
public final class CaptureFile {

    private CaptureFile() {}

    /** What became of opening a file. */
    public sealed interface Result {}

    /**
     * It is a capture.
     *
     * @param source its packets; the caller closes it
     */
    public record Opened(PacketSource source) implements Result {}

    /**
     * It is no capture we can read.
     *
     * @param reason why, as a phrase for people
     */
    public record Unreadable(String reason) implements Result {}

    /**
     * Opens a capture and reads its header.
     *
     * @throws IOException when the file itself cannot be read
     */
    public static Result open(Path file) throws IOException {
        return new Unreadable("not yet: " + file.getFileName());
    }
}
