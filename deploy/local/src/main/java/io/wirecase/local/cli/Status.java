package io.wirecase.local.cli;

import io.wirecase.core.wire.Topic;
import io.wirecase.core.wire.Topics;
import io.wirecase.local.stack.Home;
import io.wirecase.local.stack.LocalStack;
import io.wirecase.local.stack.Part;
import io.wirecase.local.stack.ProcessRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person or a script needs to know of the stack.
 *
 * @param baseUrl the front door, or null when it is down
 * @param bootstrap the broker's address, or null when it is down
 * @param topics names of the topics
 * @param keyFile holds the key of the REST interface
 * @param dataFolder everything the stack keeps
 * @param diskBytes what that takes
 * @param parts by name, in starting order
 */
record Status(
        @Nullable String baseUrl,
        @Nullable String bootstrap,
        List<String> topics,
        String keyFile,
        String dataFolder,
        long diskBytes,
        Map<String, PartStatus> parts) {

    private static final long MIB = 1L << 20;

    /**
     * One process.
     *
     * @param state {@code ready}, {@code starting} or {@code down}
     * @param port where it listens, or null when down
     * @param pid its process id, or null when down
     */
    record PartStatus(
            String state, @Nullable Integer port, @Nullable Long pid) {}

    static Status of(Home home, LocalStack stack) throws IOException {
        Map<Part, ProcessRecord> running = new EnumMap<>(Part.class);
        running.putAll(stack.running());
        Map<String, PartStatus> parts = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            ProcessRecord record = running.get(part);
            parts.put(
                    part.word(),
                    record == null
                            ? new PartStatus("down", null, null)
                            : new PartStatus(stack.ready(part) ? "ready" : "starting", record.port(), record.pid()));
        }
        ProcessRecord door = running.get(Part.REPORT);
        ProcessRecord broker = running.get(Part.BROKER);
        return new Status(
                door == null ? null : "http://127.0.0.1:" + door.port(),
                broker == null ? null : "127.0.0.1:" + broker.port(),
                Topics.all().stream().map(Topic::name).toList(),
                home.keyFile().toString(),
                home.folder().toString(),
                size(home.folder()),
                parts);
    }

    boolean allReady() {
        return parts.values().stream().allMatch(part -> "ready".equals(part.state()));
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Front door   " + (baseUrl == null ? "down" : baseUrl));
        lines.add("Kafka        " + (bootstrap == null ? "down" : bootstrap));
        lines.add("Key file     " + keyFile);
        lines.add("Data         " + String.format(Locale.ROOT, "%s (%,d MiB)", dataFolder, diskBytes / MIB));
        parts.forEach((name, part) -> lines.add(String.format(
                Locale.ROOT,
                "  %-11s%-9s%s",
                name,
                part.state(),
                part.port() == null ? "" : "port " + part.port() + ", process " + part.pid())));
        return lines;
    }

    private static long size(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.mapToLong(Status::sizeOfOne).sum();
        } catch (UncheckedIOException changing) {
            // Files come and go under a running broker; a rough number must not cost the rest of the answer.
            return 0;
        }
    }

    private static long sizeOfOne(Path path) {
        try {
            return Files.isRegularFile(path) ? Files.size(path) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }
}
