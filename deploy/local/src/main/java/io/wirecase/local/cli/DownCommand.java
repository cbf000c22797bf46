package io.wirecase.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code down}: ends the stack; with {@code --purge} its data too. */
@Command(name = "down", description = "End the local stack.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    private final Context context;

    @Option(names = "--purge", description = "Delete all data as well: captures, flows, alerts, reports, keys.")
    private boolean purge;

    DownCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        context.terminal().step("ending the local stack");
        context.stack().down();
        if (purge) {
            purge(context.home().folder());
            context.terminal().note("Deleted " + context.home().folder());
        } else {
            context.terminal().note("The local stack is down.");
        }
        return ExitCode.DONE;
    }

    /** Only a folder that holds what we put there: a wrong WIRECASE_HOME must not cost anybody their files. */
    private static void purge(Path folder) throws IOException {
        if (!Files.exists(folder.resolve("api-key")) || !Files.isDirectory(folder.resolve("run"))) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
