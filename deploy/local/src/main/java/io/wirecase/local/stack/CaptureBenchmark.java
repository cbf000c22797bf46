package io.wirecase.local.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Runs what capture does to a file in a process of its own, with the flags of the service and without a broker. */
public final class CaptureBenchmark {

    private static final String MAIN = "io.wirecase.capture.app.Benchmark";

    private CaptureBenchmark() {}

    /**
     * Runs it to its end; it writes to this process's own output.
     *
     * @param arguments options and files
     * @return its exit code
     * @throws IOException when the service is not built
     */
    public static int run(Home home, List<String> arguments) throws IOException, InterruptedException {
        Program service = Program.service(home, Part.CAPTURE);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(service.flags());
        command.add("-cp");
        command.add(service.files().stream()
                .filter(file -> file.toString().endsWith(".jar"))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
        command.add(MAIN);
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** The flags it runs with, for people. */
    public static String flags(Home home) throws IOException {
        return String.join(" ", Program.service(home, Part.CAPTURE).flags());
    }
}
