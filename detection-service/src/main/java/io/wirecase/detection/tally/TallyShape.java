package io.wirecase.detection.tally;

import java.time.Duration;

/**
 * What a rule counts.
 *
 * @param sums how many sums
 * @param maxima how many greatest values
 * @param samples how many samples of different values
 * @param sampled the most values a sample keeps; beyond it counts are estimates
 * @param slot length of the slots amounts are spread over
 */
public record TallyShape(int sums, int maxima, int samples, int sampled, Duration slot) {

    /** A shape without amounts by time. */
    public TallyShape(int sums, int maxima, int samples, int sampled) {
        this(sums, maxima, samples, sampled, Duration.ofDays(1));
    }
}
