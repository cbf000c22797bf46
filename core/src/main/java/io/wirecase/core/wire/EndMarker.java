package io.wirecase.core.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says that nothing of a capture follows on a partition, or, of a live source that goes on, that nothing follows of
 * what was up to a time. Capture writes one on every partition of the flows topic after the capture's last flow, and
 * of a live source every ten seconds; detection forwards each to every partition of the digests topic and of the alerts
 * topic; once it has all of a capture's markers on a partition of the digests topic, that partition adds its own to
 * every partition of the alerts topic, numbered behind those of flows; enrichment forwards what comes on a partition to
 * the same partition of its output. A capture is drained at a reader of enriched alerts when every partition holds
 * {@code flowPartitions} markers and the stored counts agree.
 *
 * @param captureId the capture
 * @param revision its revision
 * @param site its site
 * @param flowPartition the partition of the flows topic that it closes; behind detection also, from the number of
 *     those on, a partition of the digests topic
 * @param flowPartitions how many partitions the flows topic has; on alerts, with those of the digests topic
 * @param flows flow records of the capture on that partition
 * @param alerts alert records of the capture that detection sent from that flow partition to this marker's
 *     partition, or
 *     null on the flows topic
 * @param throughNanos for a live source that goes on: flow records that ended before this time, nanoseconds since 1970,
 *     came before this marker; null when nothing follows
 */
public record EndMarker(
        UUID captureId,
        int revision,
        String site,
        int flowPartition,
        int flowPartitions,
        long flows,
        @Nullable Long alerts,
        @Nullable Long throughNanos) {

    /** A marker that nothing follows. */
    public EndMarker(
            UUID captureId,
            int revision,
            String site,
            int flowPartition,
            int flowPartitions,
            long flows,
            @Nullable Long alerts) {
        this(captureId, revision, site, flowPartition, flowPartitions, flows, alerts, null);
    }

    /** Whether nothing of the capture follows. */
    public boolean last() {
        return throughNanos == null;
    }
}
