package io.wirecase.local.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report shall be about.
 *
 * @param captures capture ids
 * @param since earliest event time, or null for no limit
 * @param until latest event time, or null for no limit
 * @param minScore alerts with a lower score are left out, or null for all
 */
public record ReportRequest(
        List<String> captures,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable Integer minScore) {

    /** Copies the list. */
    public ReportRequest {
        captures = List.copyOf(captures);
    }
}
