package io.wirecase.detection.outlier;

import io.wirecase.core.measure.OutlierFence;
import java.time.Duration;

/**
 * When a flow's volume stands apart.
 *
 * @param bucket how long flows are compared: a day, so that a check once an hour makes enough of them
 * @param minFlows flows to one entity and port below which nothing can be said
 * @param minBytes payload of one side that a flow needs at least: a megabyte is a document, less is a longer answer
 * @param maxGroups entities and ports of a host that are kept; of more, a fair sample
 * @param maxAmounts flows of one entity and port whose amounts are kept; of more, a fair sample
 */
record VolumeLimits(Duration bucket, int minFlows, long minBytes, int maxGroups, int maxAmounts) {

    static final VolumeLimits DEFAULT = new VolumeLimits(Duration.ofDays(1), OutlierFence.MIN_N, 1 << 20, 256, 64);
}
