package io.wirecase.local.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs what capture does to a file in a process of its own, with the flags of the service and without a broker. */
public final class CaptureBenchmark {

    private static final String MAIN = "io.wirecase.capture.app.Benchmark";

    private CaptureBenchmark() {}

    /**
     * Runs it to its end; it writes to this process's own output.
     *
     * @param cache a start cache to begin from, or null for none
     * @param arguments options and files
     * @return its exit code
     * @throws IOException when the service is not built
     */
    public static int run(Home home, @Nullable Path cache, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> options = cache == null ? List.of() : List.of("-XX:AOTCache=" + cache);
        return new ProcessBuilder(command(home, options, arguments))
                .inheritIO()
                .start()
                .waitFor();
    }

    /**
     * Makes a start cache such as the local stack makes for the service (JEP 514), by reading a capture without a word.
     *
     * @return where it is
     * @throws IOException when the service is not built, or the capture cannot be read
     */
    public static Path startCache(Home home, Path capture) throws IOException, InterruptedException {
        Path cache = Files.createDirectories(home.folder().resolve("bench")).resolve("bench.aot");
        Files.deleteIfExists(cache);
        List<String> options = List.of("-XX:AOTCacheOutput=" + cache);
        int code = new ProcessBuilder(command(home, options, List.of(capture.toString())))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0 || !Files.exists(cache)) {
            throw new IOException("no start cache was made by reading " + capture);
        }
        return cache;
    }

    private static List<String> command(Home home, List<String> options, List<String> arguments) throws IOException {
        Program service = Program.service(home, Part.CAPTURE);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(service.flags());
        command.addAll(options);
        command.add("-cp");
        command.add(service.files().stream()
                .filter(file -> file.toString().endsWith(".jar"))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
        command.add(MAIN);
        command.addAll(arguments);
        return command;
    }

    /** The flags it runs with, for people. */
    public static String flags(Home home) throws IOException {
        return String.join(" ", Program.service(home, Part.CAPTURE).flags());
    }
}
