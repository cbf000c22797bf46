package io.wirecase.detection.in;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.detection.out.Outbox;
import io.wirecase.detection.store.DetectionStore;
import java.util.Arrays;
import java.util.UUID;

/** Sends the alerts of one capture and counts them by partition; the end marker carries the counts. */
final class Sent {

    private final DetectionStore store;
    private final Outbox outbox;
    private final UUID capture;
    private final int revision;
    private final Tally tally;
    private final long[] counts;
    private boolean changed;

    Sent(DetectionStore store, Outbox outbox, UUID capture, int revision, Tally tally) {
        this.store = store;
        this.outbox = outbox;
        this.capture = capture;
        this.revision = revision;
        this.tally = tally;
        this.counts = store.sent(capture, revision, outbox.partitions());
    }

    /** The capture that causes them. */
    UUID capture() {
        return capture;
    }

    void send(Alert alert) {
        send(alert, Codec.encode(alert));
    }

    void send(Alert alert, byte[] encoded) {
        counts[outbox.alert(alert, encoded)]++;
        changed = true;
        tally.alerts.increment();
    }

    /**
     * Sends a marker to every partition with the number of alerts sent there.
     *
     * @param number which of all partitions that alerts come from it closes: those of flows, then those of digests
     * @param digestPartitions how many there are of the latter
     */
    void markers(EndMarker marker, int number, int digestPartitions) {
        for (int partition = 0; partition < outbox.partitions(); partition++) {
            outbox.marker(
                    new EndMarker(
                            marker.captureId(),
                            marker.revision(),
                            marker.site(),
                            number,
                            marker.flowPartitions() + digestPartitions,
                            marker.flows(),
                            counts[partition],
                            marker.throughNanos()),
                    partition);
        }
    }

    /**
     * Keeps the counts, once a record.
     *
     * @param touch whether they are kept longer even when nothing was sent: a live source's markers go on for days
     */
    void keep(long arrivalMillis, boolean touch) {
        if (changed || touch && Arrays.stream(counts).anyMatch(count -> count > 0)) {
            store.putSent(capture, revision, counts, arrivalMillis);
        }
    }
}
