package io.wirecase.local.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code analyze} was asked for.
 *
 * @param inputs files and folders
 * @param out where to write, or null for a new folder below the present one
 * @param site where the captures were taken, or null when each stands for itself
 * @param minScore alerts with a lower score are left out, or null for all
 * @param since earliest event time, or null
 * @param until latest event time, or null
 * @param export whether flows and alerts are written as well
 * @param failOn the level from which the command fails, or null for never
 */
record Wish(
        List<Path> inputs,
        @Nullable Path out,
        @Nullable String site,
        @Nullable Integer minScore,
        @Nullable Instant since,
        @Nullable Instant until,
        boolean export,
        @Nullable Level failOn) {

    /** Copies the list. */
    Wish {
        inputs = List.copyOf(inputs);
    }
}
