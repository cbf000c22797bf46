package io.wirecase.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command people type, as a process of its own on the stack that runs; what it says is kept as bytes. */
final class Launcher {

    private static final long PATIENCE_SECONDS = 180;

    private Launcher() {}

    /**
     * Runs it to its end.
     *
     * @param folder where it works and where its words are kept
     */
    static Ended run(RunningStack.Stack stack, Path folder, String... arguments)
            throws IOException, InterruptedException {
        return run(stack, folder, ProcessBuilder.Redirect.PIPE, arguments);
    }

    /**
     * Runs it to its end.
     *
     * @param folder where it works and where its words are kept
     * @param input what it reads on standard input
     */
    static Ended run(RunningStack.Stack stack, Path folder, ProcessBuilder.Redirect input, String... arguments)
            throws IOException, InterruptedException {
        return begin(stack, folder, input, arguments).end();
    }

    /**
     * Starts it.
     *
     * @param folder where it works and where its words are kept
     * @param input what it reads on standard input
     */
    static Begun begin(RunningStack.Stack stack, Path folder, ProcessBuilder.Redirect input, String... arguments)
            throws IOException {
        Path checkout = stack.home().checkout();
        Path said = Files.createTempFile(folder, "said", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dsun.jnu.encoding=UTF-8",
                "-Dfile.encoding=UTF-8",
                "-Dwirecase.checkout=" + checkout,
                "-jar",
                checkout.resolve("deploy/local/target/wirecase-local.jar").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(input)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("WIRECASE_HOME", stack.home().folder().toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return new Begun(builder.start(), said);
    }

    /**
     * It runs.
     *
     * @param process the process
     * @param words where its words are kept
     */
    record Begun(Process process, Path words) {

        /** Waits for its end. */
        Ended end() throws IOException, InterruptedException {
            boolean over = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!over) {
                process.destroyForcibly();
            }
            String text = said();
            assertThat(over).as("still running: " + text).isTrue();
            return new Ended(process.exitValue(), text);
        }

        /** What it said so far. */
        String said() throws IOException {
            return Files.readString(words, StandardCharsets.UTF_8);
        }
    }

    /**
     * How it ended.
     *
     * @param code its exit code
     * @param said what it wrote, results and progress together
     */
    record Ended(int code, String said) {}
}
