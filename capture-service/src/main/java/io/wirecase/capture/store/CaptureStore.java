package io.wirecase.capture.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps captures. What it has handed back survives a crash of the process or the machine. Thread-safe. */
public interface CaptureStore {

    /** What became of a capture that was sent. */
    sealed interface Received {}

    /**
     * It is kept.
     *
     * @param capture it, or the one with the same content that was there before
     * @param known whether it was there before
     */
    record Kept(StoredCapture capture, boolean known) implements Received {}

    /**
     * Its first bytes are no capture we read; nothing is kept.
     *
     * @param reason why, as a phrase for people
     */
    record NoCapture(String reason) implements Received {}

    /**
     * It would fill the disk; nothing is kept.
     *
     * @param reason how much is missing, as a phrase for people
     */
    record NoSpace(String reason) implements Received {}

    /**
     * The sender went away before the end; nothing is kept.
     *
     * @param reason what happened, as a phrase for people
     */
    record Cut(String reason) implements Received {}

    /**
     * Takes in a capture of any size in constant memory.
     *
     * @param body its bytes, read to their end
     * @param name the file name given with it
     * @param site its site, or null when the capture is its own site
     * @throws IOException when the disk fails; nothing is kept then
     */
    Received receive(InputStream body, String name, @Nullable String site) throws IOException;

    /** A capture that is kept, or empty. */
    Optional<StoredCapture> find(UUID id);

    /** Every capture that is kept, by id. */
    List<StoredCapture> all();

    /**
     * Asks for a revision of a capture; a lower one than asked for before changes nothing.
     *
     * @return it as it is kept now
     * @throws IOException when the disk fails
     * @throws java.util.NoSuchElementException when it is not kept
     */
    StoredCapture raise(UUID id, int revision) throws IOException;

    /** The file that holds the content of a capture that is kept. It never changes. */
    Path content(UUID id);
}
