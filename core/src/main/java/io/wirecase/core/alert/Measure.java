package io.wirecase.core.alert;

import org.jspecify.annotations.Nullable;

/**
 * A measured number behind a behaviour alert.
 *
 * @param name a stable name, for example {@code distinctPairs}
 * @param value the value
 * @param unit its unit, for example {@code pairs}, {@code share}, {@code s}
 * @param limit the limit it was compared with, or null
 */
public record Measure(
        String name, double value, String unit, @Nullable Double limit) {}
