package io.wirecase.local.cli;

import io.wirecase.local.stack.PartFailedException;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command {@code wirecase}. */
@Command(
        name = "wirecase",
        description = "Turns network captures into a case: what happened, what explains it, what to do.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footer = {"", "./wirecase test builds everything and runs every test, the end-to-end ones included."},
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.FAILED)
public final class Main implements Callable<Integer> {

    private @Spec @Nullable CommandSpec itself;

    private Main() {}

    /** Without a command there is nothing to do but say what there is. */
    @Override
    public Integer call() {
        Objects.requireNonNull(itself).commandLine().usage(System.err);
        return ExitCode.USAGE;
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Wirecase " + Context.ofThisProcess().version()};
        }
    }

    /**
     * Runs one command and ends the process with its code.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        System.exit(commandLine(Context.ofThisProcess()).execute(arguments));
    }

    static CommandLine commandLine(Context context) {
        CommandLine line = new CommandLine(new Main());
        line.addSubcommand(new AnalyzeCommand(context))
                .addSubcommand(new WatchCommand(context))
                .addSubcommand(new DemoCommand(context))
                .addSubcommand(new ListenCommand(context))
                .addSubcommand(new InterfacesCommand(context))
                .addSubcommand(new UpCommand(context))
                .addSubcommand(new DownCommand(context))
                .addSubcommand(new StatusCommand(context))
                .addSubcommand(SuppressionsCommand.line(context))
                .addSubcommand(new BenchCommand(context))
                .addSubcommand(new ExamCommand(context));
        endsWithOurCodes(line);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, at, parsed) -> explain(context, failure, parsed));
        return line;
    }

    private static void endsWithOurCodes(CommandLine line) {
        for (CommandLine each : line.getSubcommands().values()) {
            each.getCommandSpec().exitCodeOnInvalidInput(ExitCode.USAGE).exitCodeOnExecutionException(ExitCode.FAILED);
            endsWithOurCodes(each);
        }
    }

    /** What went wrong outside the program is said in words; a fault of the program keeps its trace. */
    private static int explain(Context context, Exception failure, ParseResult parsed) throws Exception {
        if (failure instanceof IOException || failure instanceof PartFailedException) {
            String message = failure.getMessage();
            context.terminal().note("wirecase: " + (message == null ? failure.toString() : message));
            return ExitCode.FAILED;
        }
        if (failure instanceof InterruptedException) {
            return ExitCode.INTERRUPTED;
        }
        throw failure;
    }
}
