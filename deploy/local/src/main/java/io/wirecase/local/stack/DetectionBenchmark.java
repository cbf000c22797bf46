package io.wirecase.local.stack;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs detection on flows of one sort in a process of its own, with the flags of the service, against a broker that was
 * started for it and ends with it.
 */
public final class DetectionBenchmark {

    private static final String MAIN = "io.wirecase.detection.app.Benchmark";
    private static final Duration BROKER_STARTS = Duration.ofMinutes(2);

    private final Home home;
    private final String brokerMain;

    /** Benchmarks of what is built in a checkout. */
    public DetectionBenchmark(Home home, String brokerMain) {
        this.home = home;
        this.brokerMain = brokerMain;
    }

    /**
     * Runs one to its end; it writes to this process's own output.
     *
     * @param arguments what it takes after broker and folder
     * @return its exit code
     * @throws IOException when a program is not built, or the broker does not start
     */
    public int run(List<String> arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(home.folder().resolve("bench"));
        Home own = new Home(home.checkout(), Files.createTempDirectory(folder, "detection"));
        own.prepare();
        Users users = new Users(own);
        users.enter();
        try {
            return run(own, arguments);
        } finally {
            users.leave();
            delete(own.folder());
        }
    }

    private int run(Home own, List<String> arguments) throws IOException, InterruptedException {
        int port = freePort();
        Process broker = broker(own, port);
        try {
            boolean up = Await.until(() -> Files.exists(own.brokerReady()) || !broker.isAlive(), BROKER_STARTS);
            if (!up || !broker.isAlive()) {
                throw new IOException("The broker did not start; its log: " + Files.readString(own.log(Part.BROKER)));
            }
            List<String> command = java(Program.service(own, Part.DETECTION).flags());
            // As in the service: without it the engine's clients word every trace message, for nobody.
            command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
            command.add("-cp");
            command.add(Program.service(own, Part.DETECTION).files().stream()
                    .filter(file -> file.toString().endsWith(".jar"))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator)));
            command.add(MAIN);
            command.add("127.0.0.1:" + port);
            command.add(own.folder().resolve("state").toString());
            command.addAll(arguments);
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(own.log(Part.DETECTION).toFile())
                    .start()
                    .waitFor();
        } finally {
            broker.destroyForcibly().waitFor();
        }
    }

    private Process broker(Home own, int port) throws IOException {
        Path folder = Files.createDirectories(own.data(Part.BROKER));
        Program program = Program.broker(own, brokerMain);
        List<String> command = java(program.flags());
        command.addAll(program.target());
        command.addAll(List.of(own.checkout().toString(), own.folder().toString(), Integer.toString(port)));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(own.log(Part.BROKER).toFile())
                .start();
    }

    private static List<String> java(List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }

    /** The flags it runs with, for people. */
    public static String flags(Home home) throws IOException {
        return String.join(" ", Program.service(home, Part.DETECTION).flags());
    }
}
