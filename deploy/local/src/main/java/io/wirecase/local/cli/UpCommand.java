package io.wirecase.local.cli;

import io.wirecase.local.stack.PartFailedException;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code up}: starts the stack and leaves it running. */
@Command(name = "up", description = "Start the local stack and leave it running.", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private final Context context;

    UpCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, PartFailedException {
        try (Session session = Session.open(context, true)) {
            Status.of(context.home(), session.stack()).lines().forEach(context.terminal()::result);
        }
        return ExitCode.DONE;
    }
}
