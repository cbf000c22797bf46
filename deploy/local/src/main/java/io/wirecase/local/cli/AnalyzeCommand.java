package io.wirecase.local.cli;

import io.wirecase.local.stack.PartFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code analyze}: from captures to one report. */
@Command(
        name = "analyze",
        description = "Read captures and write one report over all of them.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Writes wirecase-report_<what>_<UTC time> as .json, .html, .pdf and .md, each with a .sha256 for "
                    + "sha256sum -c, and report.json, report.html, report.pdf and report.md, which lead to them.",
            "",
            "Ends with 0 when every input was read; 3 when a report was written but some input could not be read; "
                    + "2 when nothing could be read; 10 when --fail-on says so; 64 for a wrong command line; "
                    + "130 when interrupted; 70 when Wirecase itself failed."
        })
final class AnalyzeCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(
            arity = "1..*",
            paramLabel = "INPUT",
            description = "A capture, a folder with captures, or - for one on standard input.")
    private List<Path> inputs = new ArrayList<>();

    @Option(names = "--since", paramLabel = "T", description = "Earliest event time, for example 2026-03-01T00:00:00Z.")
    private @Nullable Instant since;

    @Option(names = "--until", paramLabel = "T", description = "Latest event time.")
    private @Nullable Instant until;

    @Mixin
    private final SiteOption site = new SiteOption();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    AnalyzeCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, PartFailedException {
        return new Analysis(context, report.over(inputs, site.name(), since, until)).run();
    }
}
