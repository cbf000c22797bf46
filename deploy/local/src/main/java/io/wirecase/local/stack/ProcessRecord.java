package io.wirecase.local.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * A started process as remembered on disk, so that another launcher finds it again. A process id alone may have passed
 * to a stranger since; with the time it started it may not.
 *
 * @param pid process id
 * @param started when the system says it started; epoch milliseconds
 * @param port where it listens
 */
public record ProcessRecord(long pid, long started, int port) {

    static ProcessRecord of(ProcessHandle handle, int port) {
        return new ProcessRecord(handle.pid(), startOf(handle), port);
    }

    /**
     * The process, if it still runs and is the same one.
     *
     * @return empty when it is gone
     */
    public Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(handle -> startOf(handle) == started);
    }

    static Path file(Home home, Part part) {
        return home.run().resolve(part.word() + ".process");
    }

    static Optional<ProcessRecord> load(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
            return Optional.of(new ProcessRecord(
                    Long.parseLong(properties.getProperty("pid", "")),
                    Long.parseLong(properties.getProperty("started", "")),
                    Integer.parseInt(properties.getProperty("port", ""))));
        } catch (IOException | NumberFormatException nothingThere) {
            return Optional.empty();
        }
    }

    void save(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("started", Long.toString(started));
        properties.setProperty("port", Integer.toString(port));
        Path partial = file.resolveSibling(file.getFileName() + ".new");
        try (Writer writer = Files.newBufferedWriter(partial, StandardCharsets.UTF_8)) {
            properties.store(writer, null);
        }
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static long startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
