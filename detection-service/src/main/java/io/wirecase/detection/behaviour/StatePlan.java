package io.wirecase.detection.behaviour;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The head of a detector: what it is called and what it keeps.
 *
 * @param kind its name in keys of state and ids of alerts
 * @param bucket length of the event-time buckets it counts in
 * @param fresh a state before its first digest
 * @param stored reads a state; throws IllegalArgumentException for a version this code does not know
 */
public record StatePlan<S>(String kind, Duration bucket, Supplier<S> fresh, Function<byte[], S> stored) {}
