package io.wirecase.local.stack;

import io.wirecase.local.database.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Words the command and environment of each part, and starts it with its log in a file. */
final class Spawner {

    private static final int OLD_LOGS = 5;
    private static final String HOST = "127.0.0.1";

    private final Home home;
    private final StartCaches caches;
    private final String brokerMain;
    private final boolean ownSession;

    Spawner(Home home, StartCaches caches, String brokerMain) {
        this.home = home;
        this.caches = caches;
        this.brokerMain = brokerMain;
        // In a session of its own a part does not get the terminal's Ctrl-C; the launcher ends it in order.
        this.ownSession = Files.isExecutable(Path.of("/usr/bin/setsid"));
    }

    Postgres postgres() {
        return new Postgres(home.folder().resolve("postgresql"), home.data(Part.DATABASE), home.databasePasswordFile());
    }

    ProcessRecord start(Part part, Map<Part, Integer> ports) throws IOException, InterruptedException {
        rotate(home.log(part));
        List<String> command = new ArrayList<>();
        if (ownSession) {
            command.add("setsid");
        }
        Path folder = home.data(part);
        switch (part.kind()) {
            case DATABASE -> {
                postgres().prepare(home.log(part));
                command.addAll(postgres().command(port(part, ports)));
            }
            case BROKER -> {
                Files.createDirectories(folder);
                Files.deleteIfExists(home.brokerReady());
                java(command, part, Program.broker(home, brokerMain));
                command.addAll(List.of(home.checkout().toString(), home.folder().toString(), "" + port(part, ports)));
            }
            case SERVICE -> {
                Files.createDirectories(folder);
                java(command, part, Program.service(home, part));
            }
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log(part).toFile()));
        if (part.isService()) {
            builder.environment().putAll(environment(part, ports));
        }
        ProcessRecord record = ProcessRecord.of(builder.start().toHandle(), port(part, ports));
        record.save(ProcessRecord.file(home, part));
        return record;
    }

    private void java(List<String> command, Part part, Program program) throws IOException {
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(caches.options(part, program));
        command.addAll(program.flags());
        command.addAll(program.target());
    }

    private Map<String, String> environment(Part part, Map<Part, Integer> ports) {
        return Map.of(
                "WIRECASE_STACK",
                home.stackId(),
                "QUARKUS_HTTP_HOST",
                HOST,
                "QUARKUS_HTTP_PORT",
                Integer.toString(port(part, ports)),
                "WIRECASE_KAFKA_BOOTSTRAP",
                HOST + ":" + port(Part.BROKER, ports),
                "WIRECASE_DATA",
                home.data(part).toString(),
                "WIRECASE_KEY_FILE",
                home.keyFile().toString(),
                "WIRECASE_DB_URL",
                "jdbc:postgresql://" + HOST + ":" + port(Part.DATABASE, ports) + "/" + Postgres.USER,
                "WIRECASE_DB_USER",
                Postgres.USER,
                "WIRECASE_DB_PASSWORD_FILE",
                home.databasePasswordFile().toString(),
                "WIRECASE_CAPTURE_URL",
                "http://" + HOST + ":" + port(Part.CAPTURE, ports));
    }

    private static int port(Part part, Map<Part, Integer> ports) {
        Integer port = ports.get(part);
        if (port == null) {
            throw new IllegalArgumentException("No port chosen for " + part.word());
        }
        return port;
    }

    /** The present log keeps its name; a few earlier ones stay readable after a bad start. */
    private static void rotate(Path log) throws IOException {
        for (int age = OLD_LOGS - 1; age >= 0; age--) {
            Path from = age == 0 ? log : Path.of(log + "." + age);
            if (Files.exists(from)) {
                Files.move(from, Path.of(log + "." + (age + 1)), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.createFile(log);
    }
}
