package io.wirecase.core.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says that nothing of a capture follows on a partition. Capture writes one on every partition of the flows topic after
 * the capture's last flow; detection forwards each to every partition of the alerts topic; enrichment forwards what
 * comes on a partition to the same partition of its output. A capture is drained at a reader of enriched alerts when
 * every partition holds {@code flowPartitions} markers and the stored counts agree.
 *
 * @param captureId the capture
 * @param revision its revision
 * @param site its site
 * @param flowPartition the partition of the flows topic that it closes
 * @param flowPartitions how many partitions the flows topic has
 * @param flows flow records of the capture on that partition
 * @param alerts alert records of the capture that detection sent from that flow partition to this marker's
 *     partition, or
 *     null on the flows topic
 */
public record EndMarker(
        UUID captureId,
        int revision,
        String site,
        int flowPartition,
        int flowPartitions,
        long flows,
        @Nullable Long alerts) {}
