package io.wirecase.detection.outlier;

import io.wirecase.core.measure.OutlierFence;
import java.time.Duration;

/**
 * When a minute stands apart.
 *
 * @param bucket how long minutes are compared: a quarter of a day, so that night is not the measure of noon
 * @param minMinutes minutes with packets below which nothing can be said
 * @param minPackets packets a minute needs at least: 17 a second
 * @param minBytes bytes on the wire a minute needs at least: half a megabit a second
 */
record MinuteLimits(Duration bucket, int minMinutes, long minPackets, long minBytes) {

    static final MinuteLimits DEFAULT = new MinuteLimits(Duration.ofHours(6), OutlierFence.MIN_N, 1_000, 4 << 20);

    /** Minutes in a bucket. */
    int minutes() {
        return (int) bucket.toMinutes();
    }
}
