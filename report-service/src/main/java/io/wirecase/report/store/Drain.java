package io.wirecase.report.store;

import io.wirecase.core.wire.CaptureState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much of a capture came through the pipeline.
 *
 * @param captureId the capture
 * @param capture its state, or null while it is not known here
 * @param flows what arrived on the flows topic
 * @param alerts what arrived on the enriched alerts topic
 * @param throughNanos of a live source: all that ended before this time, nanoseconds since 1970, is here; null for
 *     others, and before its first marks came through
 */
public record Drain(
        UUID captureId,
        @Nullable CaptureState capture,
        Arrived flows,
        Arrived alerts,
        @Nullable Long throughNanos) {

    /** How much of a capture that is no running live source came through. */
    public Drain(UUID captureId, @Nullable CaptureState capture, Arrived flows, Arrived alerts) {
        this(captureId, capture, flows, alerts, null);
    }

    /**
     * What arrived on a topic, against what its end markers announced.
     *
     * @param markers end markers that arrived
     * @param markersExpected how many there must be, or null while no marker told
     * @param announced records the markers announce
     * @param stored records stored
     * @param unreadable records that could not be read and went to the dead letters
     */
    public record Arrived(long markers, @Nullable Long markersExpected, long announced, long stored, long unreadable) {

        /** Nothing yet. */
        public static final Arrived NOTHING = new Arrived(0, null, 0, 0, 0);

        /** Whether every end marker is here, so that nothing more can come. */
        public boolean ended() {
            return markersExpected != null && markers >= markersExpected;
        }

        /** Whether the counts agree with the markers. */
        public boolean agrees() {
            return announced == stored + unreadable;
        }
    }

    /** Whether the capture could not be read and nothing of it was published, so that nothing of it will come. */
    public boolean nothingToCome() {
        if (capture == null || capture.state() != CaptureState.State.FAILED) {
            return false;
        }
        CaptureState.Publication publication = capture.publication();
        return publication == null || publication.flows() == 0;
    }

    /** Whether every end marker is here. */
    public boolean ended() {
        return nothingToCome() || capture != null && flows.ended() && alerts.ended();
    }

    /** Whether all of it is here, and the counts agree. */
    public boolean drained() {
        return nothingToCome() || ended() && flows.agrees() && alerts.agrees();
    }

    /** Whether it is a live source that goes on, of which something came through. */
    public boolean goesOn() {
        return capture != null && capture.state() == CaptureState.State.READING && throughNanos != null && !ended();
    }

    /** Whether it is a live source that goes on, and all that it saw until a time is here. */
    public boolean through(Instant time) {
        return goesOn()
                && throughNanos != null
                && !Instant.ofEpochSecond(0, throughNanos).isBefore(time);
    }

    /** What has not arrived or does not agree, a phrase each; empty for a drained capture without unreadable flows. */
    public List<String> missing() {
        CaptureState known = capture;
        if (known == null) {
            return List.of("capture " + captureId + " is not known here yet");
        }
        if (nothingToCome()) {
            return List.of();
        }
        if (goesOn() && throughNanos != null) {
            Instant until = Instant.ofEpochSecond(0, throughNanos).truncatedTo(ChronoUnit.SECONDS);
            return List.of("capture " + captureId + " goes on; it is whole up to " + until);
        }
        List<String> missing = new ArrayList<>();
        missing("flows", flows, missing);
        missing("alerts", alerts, missing);
        return missing.stream()
                .map(what -> "capture " + captureId + ": " + what)
                .toList();
    }

    private static void missing(String what, Arrived arrived, List<String> missing) {
        if (!arrived.ended()) {
            Long expected = arrived.markersExpected();
            missing.add(
                    "end markers of " + what + ": " + arrived.markers() + " of " + (expected == null ? "?" : expected));
        } else if (!arrived.agrees()) {
            missing.add(what + ": " + arrived.stored() + " stored of " + arrived.announced() + " announced");
        }
        if (arrived.unreadable() > 0) {
            missing.add(what + " that could not be read: " + arrived.unreadable());
        }
    }
}
