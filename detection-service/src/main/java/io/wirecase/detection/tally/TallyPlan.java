package io.wirecase.detection.tally;

import java.time.Duration;

/**
 * The head of a rule: what it is called and what it counts by.
 *
 * @param kind its name in keys of state: its code unless several rules raise one code
 * @param bucket length of the event-time buckets it counts in
 * @param shape what it counts
 */
public record TallyPlan(String kind, Duration bucket, TallyShape shape) {}
