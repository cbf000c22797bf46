package io.wirecase.detection.scan;

import io.wirecase.core.measure.WalkModel;
import java.time.Duration;

/**
 * The limits of scan detection. A single SYN and a window size are never a limit: every ordinary connection has them.
 *
 * @param bucket length of the event-time buckets contacts are counted in
 * @param maxPairs distinct targets kept exactly for an originator and bucket; beyond it they are a sample
 * @param minFailureShare the least share of failed first contacts
 * @param minSilentShare the same where silence is common anyway: UDP and echo requests
 * @param minPairs the least distinct targets where the failure share alone decides
 * @param minWalkPairs the least distinct targets where the random walk decides
 * @param minWalkFailures the least failures where the random walk decides
 * @param maxExplainedShare the greatest share of targets that a known name may explain
 * @param minOddPorts the least distinct ports probed with flags no TCP sends
 * @param model the hypotheses of the random walk
 * @param patience when a scan that takes days is one
 */
public record ScanSettings(
        Duration bucket,
        int maxPairs,
        double minFailureShare,
        double minSilentShare,
        int minPairs,
        int minWalkPairs,
        int minWalkFailures,
        double maxExplainedShare,
        int minOddPorts,
        WalkModel model,
        Patience patience) {

    /** The limits of the field's own engines, so that results can be compared. */
    public static final ScanSettings DEFAULT = new ScanSettings(
            Duration.ofDays(1), 4_096, 0.5, 0.9, 25, 15, 5, 0.5, 3, WalkModel.DEFAULT, Patience.DEFAULT);

    /** The number of the bucket that a time falls into. */
    public long bucketOf(long nanos) {
        return Math.floorDiv(nanos, bucket.toNanos());
    }
}
