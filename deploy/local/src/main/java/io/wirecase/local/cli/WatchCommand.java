package io.wirecase.local.cli;

import io.wirecase.local.client.FrontDoor;
import io.wirecase.local.spool.Alarm;
import io.wirecase.local.spool.Ledger;
import io.wirecase.local.spool.Spool;
import io.wirecase.local.stack.PartFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code watch}: takes captures out of a folder as they come. */
@Command(
        name = "watch",
        description = "Take captures out of a folder as they come, until interrupted.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A file is taken once nobody has written to it for a while, or at once when it was renamed into the "
                    + "folder. Names that begin with a dot or end in .part or .tmp are left alone. What was taken is "
                    + "remembered in the data folder and not taken again after a restart."
        })
final class WatchCommand implements Callable<Integer> {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Context context;

    @Parameters(paramLabel = "FOLDER", description = "Where captures come.")
    private Path folder = Path.of(".");

    @Option(
            names = "--settle",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "How long a complete file was not written to (default: ${DEFAULT-VALUE}).")
    private int settle;

    @Option(names = "--done", paramLabel = "DIR", description = "Move files there that were taken.")
    private @Nullable Path done;

    @Option(names = "--once", description = "End when everything that is there now was taken.")
    private boolean once;

    @Mixin
    private final SiteOption site = new SiteOption();

    WatchCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, PartFailedException {
        if (!Files.isDirectory(folder)) {
            context.terminal().note("wirecase: there is no folder " + PlainText.of(folder.toString()));
            return ExitCode.USAGE;
        }
        Path real = folder.toRealPath();
        Path ledger = context.home().folder().resolve("spool").resolve(name(real));
        Spool spool = new Spool(real, Duration.ofSeconds(Math.max(0, settle)), Ledger.open(ledger), done);
        try (Session session = Session.open(context, false);
                Alarm alarm = new Alarm(real)) {
            FrontDoor door = new FrontDoor(session.frontDoor(), context.home().keyFile());
            Watching watching = new Watching(door, context.terminal(), spool, site.name());
            context.terminal()
                    .note("Watching " + PlainText.of(real.toString()) + "; reports at " + session.frontDoor());
            boolean taken = watching.round();
            while (!once || !taken) {
                alarm.await(LOOK);
                taken = watching.round();
            }
            return watching.unreadable() == 0 ? ExitCode.DONE : ExitCode.SOME_UNREADABLE;
        }
    }

    /** A ledger for each folder; the name says nothing, so that no path is too long for it. */
    private static String name(Path folder) {
        return UUID.nameUUIDFromBytes(folder.toString().getBytes(StandardCharsets.UTF_8)) + ".taken";
    }
}
