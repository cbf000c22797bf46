package io.wirecase.local.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * One PostgreSQL data folder and the command that serves it.
 *
 * <p>The server refuses to run as root. A root user gets it inside a user namespace of its own, where it is nobody in
 * particular and still owns its files; where the system forbids that, as an unprivileged user.
 *
 * @param binaries where the unpacked server is, or will be
 * @param data the data folder; made on first use
 * @param passwordFile holds the password of {@link #USER}
 */
public record Postgres(Path binaries, Path data, Path passwordFile) {

    /** The one database and its one owner. */
    public static final String USER = "wirecase";

    private static final int READY_LINE = 7;

    /**
     * Makes binaries and data folder where they are missing. Safe to repeat; an interrupted first run starts over.
     *
     * @param log receives what the tools say
     * @throws IOException when a tool fails; the message names the log
     * @throws InterruptedException when interrupted while a tool runs
     */
    public void prepare(Path log) throws IOException, InterruptedException {
        PostgresBinaries.unpack(binaries);
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Path parent = data.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException("No folder above " + data);
        }
        Files.createDirectories(parent);
        Path fresh = Files.createTempDirectory(parent, "initdb");
        Unprivileged.own(fresh);
        Path password = Files.createTempFile(parent, "initdb", "");
        Files.copy(passwordFile, password, StandardCopyOption.REPLACE_EXISTING);
        Unprivileged.own(password);
        String folder = fresh.toString();
        String pwfile = "--pwfile=" + password;
        run(log, "", "initdb", "-D", folder, "-U", USER, pwfile, "-A", "scram-sha-256", "-E", "UTF8", "--locale=C");
        Files.delete(password);
        run(log, "CREATE DATABASE " + USER + ";\n", "postgres", "--single", "-D", folder, "postgres");
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * The command that runs the server in the foreground, on loopback alone.
     *
     * @param port TCP port
     * @return program and arguments
     * @throws IOException when this is root and the system offers no way to run as anybody else
     * @throws InterruptedException when interrupted while finding out
     */
    public List<String> command(int port) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Unprivileged.prefix());
        command.add(binaries.resolve("bin/postgres").toString());
        command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=60",
                "shared_buffers=128MB",
                "max_wal_size=2GB",
                "wal_compression=on",
                "random_page_cost=1.1",
                "timezone=UTC",
                "log_timezone=UTC",
                "jit=off")) {
            command.add("-c");
            command.add(setting);
        }
        return List.copyOf(command);
    }

    /**
     * Whether that server says it accepts connections (the last line of its own state file, which is what its control
     * program reads as well).
     *
     * @param pid process id of the server asked about; an older server's words do not count
     * @return true when ready
     */
    public boolean ready(long pid) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"), StandardCharsets.UTF_8);
            return lines.size() > READY_LINE
                    && Long.toString(pid).equals(lines.getFirst().strip())
                    && "ready".equals(lines.get(READY_LINE).strip());
        } catch (IOException notYet) {
            return false;
        }
    }

    private void run(Path log, String input, String tool, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Unprivileged.prefix());
        command.add(binaries.resolve("bin").resolve(tool).toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
            stdin.write(input);
        }
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException("PostgreSQL's " + tool + " ended with code " + code + "; it says why in " + log);
        }
    }
}
