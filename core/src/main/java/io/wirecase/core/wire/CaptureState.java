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
 * @param keeping where its packets are, or null when that is not told
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
        @Nullable Publication publication,
        @Nullable Keeping keeping) {

    /** A capture of which it is not told where its packets are. */
    public CaptureState(
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
        this(id, revision, site, sensor, name, sha256, bytes, state, progress, accounts, failure, publication, null);
    }

    /** The same state with other news of its packets. */
    public CaptureState with(Keeping other) {
        return new CaptureState(
                id,
                revision,
                site,
                sensor,
                name,
                sha256,
                bytes,
                state,
                progress,
                accounts,
                failure,
                publication,
                other);
    }

    /** The same state of another revision. */
    public CaptureState withRevision(int other) {
        return new CaptureState(
                id, other, site, sensor, name, sha256, bytes, state, progress, accounts, failure, publication, keeping);
    }

    /** Whether its packets were kept and are kept no longer. */
    public boolean packetsGone() {
        return state == State.DELETED || keeping != null && keeping.gone() != null;
    }

    /** How far a capture is. */
    public enum State {
        ACCEPTED,
        READING,
        COMPLETED,
        /**
         * Nothing more of this revision follows: readers take it for drained. There are end markers only when flows
         * were published before it failed.
         */
        FAILED,
        /** A higher revision replaces it. */
        SUPERSEDED,
        /** It was deleted on request, with everything derived from it. */
        DELETED
    }

    /**
     * Where the packets of a capture are.
     *
     * @param instance the instance of the capture service that keeps them and answers for them
     * @param gone why they are kept no longer, as a phrase for people, or null while they are kept
     * @param goneNanos when they went, nanoseconds since 1970-01-01T00:00Z by the service's clock, or null
     */
    public record Keeping(
            String instance,
            @Nullable String gone,
            @Nullable Long goneNanos) {

        /** Packets that an instance keeps. */
        public static Keeping by(String instance) {
            return new Keeping(instance, null, null);
        }
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
