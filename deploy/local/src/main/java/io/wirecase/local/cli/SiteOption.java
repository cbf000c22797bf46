package io.wirecase.local.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where packets are from; picocli mixes it into the options of commands that bring some. */
final class SiteOption {

    @Option(
            names = "--site",
            paramLabel = "NAME",
            description =
                    "Where the packets are from; one site is one history (default: a capture stands for itself, an "
                            + "interface is \"live\").")
    private @Nullable String site;

    /** The name given, or null for the default. */
    @Nullable
    String name() {
        return site;
    }
}
