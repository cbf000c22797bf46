package io.wirecase.core.wire;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A capture and how far it is: what {@code GET /api/v1/captures/ID} answers and what the captures topic holds.
 *
 * @param id the capture's id
 * @param revision its revision, from 1
 * @param site its site: the one named with the upload, or its own id
 * @param sensor a live sensor's name, or {@code "upload"}
 * @param name the file name given with it, or the interface; chosen by whoever sent it
 * @param sha256 lower-case hex of the content's SHA-256; empty for a live source, of which nothing is stored
 * @param bytes the file's size
 * @param state how far it is
 * @param progress share read, 0 to 1
 * @param accounts where its packets went, or null before anything was read
 * @param failure why it failed, or null
 * @param publication what was published, or null before anything was
 */
public record CaptureState(
        UUID id,
        int revision,
        String site,
        String sensor,
        String name,
        String sha256,
        long bytes,
        State state,
        double progress,
        @Nullable Accounts accounts,
        @Nullable String failure,
        @Nullable Publication publication) {

    /** How far a capture is. */
    public enum State {
        ACCEPTED,
        READING,
        COMPLETED,
        /**
         * Nothing more of this revision follows: readers take it for drained. There are end markers only when flows
         * were
         * published before it failed.
         */
        FAILED,
        /** A higher revision replaces it. */
        SUPERSEDED
    }

    /**
     * What of a capture is on the flows topic, written in the same transaction as the flows.
     *
     * @param flows flow records published so far
     * @param decoder fingerprint of the decoder and its settings: the same one decodes the same flows again
     * @param flowsByPartition flow records by partition
     */
    public record Publication(long flows, String decoder, List<Long> flowsByPartition) {

        /** Keeps its own copy of the list. */
        public Publication {
            flowsByPartition = List.copyOf(flowsByPartition);
        }
    }
}
