package io.wirecase.local.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that writes a report can be told about it; picocli mixes it into their options. */
final class ReportOptions {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write (default: a new folder in wirecase-reports).")
    private @Nullable Path out;

    @Option(names = "--min-score", paramLabel = "N", description = "Leave out alerts with a lower score.")
    private @Nullable Integer minScore;

    @Option(names = "--export", description = "Write flows.jsonl and alerts.jsonl as well.")
    private boolean export;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            description = "End with 10 from this level on: benign, suspicious or malicious.")
    private @Nullable Level failOn;

    /** A report over these inputs, without limits of time. */
    Wish over(List<Path> inputs, @Nullable String site) {
        return over(inputs, site, null, null);
    }

    /** A report over what these inputs hold between two times, each null for no limit. */
    Wish over(List<Path> inputs, @Nullable String site, @Nullable Instant since, @Nullable Instant until) {
        return new Wish(inputs, out, site, minScore, since, until, export, failOn);
    }
}
