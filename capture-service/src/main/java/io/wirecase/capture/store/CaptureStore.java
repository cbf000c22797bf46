package io.wirecase.capture.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps captures. What it has handed back survives a crash of the process or the machine. Thread-safe. */
public interface CaptureStore {

    /** The size of a capture whose sender does not announce it. */
    long UNKNOWN = -1;

    /** What became of a capture that was sent. */
    sealed interface Received {}

    /**
     * It is kept.
     *
     * @param capture it, or the one with the same content that was there before
     * @param known whether it was there before
     */
    record Kept(StoredCapture capture, boolean known) implements Received {

        /**
         * A capture whose packets are kept.
         *
         * @param received when they were received
         */
        public record Since(StoredCapture capture, Instant received) {}
    }

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
    default Received receive(InputStream body, String name, @Nullable String site) throws IOException {
        return receive(body, name, site, UNKNOWN);
    }

    /**
     * Takes in a capture whose size the sender announces: one that does not fit is refused before it is read.
     *
     * @param announced the size in bytes, or {@link #UNKNOWN}
     * @throws IOException when the disk fails; nothing is kept then
     */
    Received receive(InputStream body, String name, @Nullable String site, long announced) throws IOException;

    /** A capture that was accepted and not deleted, or empty. */
    Optional<StoredCapture> find(UUID id);

    /** Every capture that was accepted and not deleted, by id. */
    List<StoredCapture> all();

    /** The captures whose packets are kept, the one received longest ago first. */
    List<Kept.Since> kept();

    /** Keeps the packets of a capture from going while they are read, or empty when they are not kept. */
    Optional<Hold> hold(UUID id);

    /** Packets that stay until this is closed. */
    interface Hold extends AutoCloseable {

        /** The capture. */
        StoredCapture capture();

        /** The file that holds its content. */
        Path content();

        @Override
        void close();
    }

    /**
     * Removes the packets of a capture and keeps what is known of it.
     *
     * @param reason why, as a phrase for people
     * @param nanos when, nanoseconds since 1970-01-01T00:00Z
     * @return false when they are being read, or are not kept
     * @throws IOException when the disk fails
     */
    boolean letGo(UUID id, String reason, long nanos) throws IOException;

    /**
     * Forgets a capture that another instance keeps.
     *
     * @throws IOException when the disk fails
     */
    void drop(UUID id) throws IOException;

    /**
     * Deletes a capture, whoever reads it; what is to be told of it survives a crash until {@link #told}.
     *
     * @throws IOException when the disk fails; deleting again goes on
     */
    void delete(Deletion deletion) throws IOException;

    /** The deletion that readers are still to be told of. */
    Optional<Deletion> deletion(UUID id);

    /** All such deletions. */
    List<Deletion> deletions();

    /**
     * Notes that readers were told of a deletion.
     *
     * @throws IOException when the disk fails
     */
    void told(Deletion deletion) throws IOException;

    /** A new file for what is cut out of a capture; it goes when the service starts, unless the caller deletes it. */
    Path draft();

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
