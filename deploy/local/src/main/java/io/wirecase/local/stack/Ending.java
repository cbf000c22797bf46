package io.wirecase.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Ends processes that are on record: politely, and when that takes too long, for good. */
final class Ending {

    private static final Duration PATIENCE = Duration.ofSeconds(25);
    /** Writing a start cache happens at the end of a run and takes its time once. */
    private static final Duration PATIENCE_WHEN_TRAINING = Duration.ofSeconds(120);

    private final Home home;
    private final StartCaches caches;
    private final Consumer<String> notes;

    Ending(Home home, StartCaches caches, Consumer<String> notes) {
        this.home = home;
        this.caches = caches;
        this.notes = notes;
    }

    /** Services first, together; then what they rest on. */
    void everything() throws IOException, InterruptedException {
        List<Part> services = new ArrayList<>();
        List<Part> below = new ArrayList<>();
        for (Part part : Part.values()) {
            (part.isService() ? services : below).add(part);
        }
        together(services, PATIENCE, PATIENCE_WHEN_TRAINING);
        together(below, PATIENCE, PATIENCE_WHEN_TRAINING);
    }

    /** At once and without a word to them: what a launcher killed before its time leaves to its keeper. */
    void everythingNow() throws IOException, InterruptedException {
        together(List.of(Part.values()), Duration.ofSeconds(5), Duration.ofSeconds(5));
    }

    /** As a power cut would; it stays on record, so that it comes back at its port. */
    void kill(Part part) throws IOException, InterruptedException {
        Optional<ProcessHandle> running =
                ProcessRecord.load(ProcessRecord.file(home, part)).flatMap(ProcessRecord::alive);
        if (running.isPresent()) {
            forGood(running.get());
        }
    }

    private static void forGood(ProcessHandle handle) throws InterruptedException {
        List<ProcessHandle> below = handle.descendants().toList();
        handle.destroyForcibly();
        below.forEach(ProcessHandle::destroyForcibly);
        Await.until(() -> !handle.isAlive() && below.stream().noneMatch(ProcessHandle::isAlive), PATIENCE);
    }

    private void together(List<Part> parts, Duration patience, Duration whenTraining)
            throws IOException, InterruptedException {
        Map<Part, ProcessHandle> running = new EnumMap<>(Part.class);
        for (Part part : parts) {
            ProcessRecord.load(ProcessRecord.file(home, part))
                    .flatMap(ProcessRecord::alive)
                    // The keeper lives in the broker and ends itself.
                    .filter(handle -> handle.pid() != ProcessHandle.current().pid())
                    .ifPresent(handle -> running.put(part, handle));
        }
        if (running.keySet().stream().anyMatch(this::trains)) {
            notes.accept("ending, and remembering how to start faster (once; this takes up to a minute)");
        }
        running.forEach(Ending::ask);
        for (Map.Entry<Part, ProcessHandle> each : running.entrySet()) {
            ProcessHandle handle = each.getValue();
            boolean training = trains(each.getKey());
            boolean orderly = Await.until(() -> !handle.isAlive(), training ? whenTraining : patience);
            if (orderly) {
                caches.adopt(each.getKey());
            } else {
                forGood(handle);
            }
        }
        for (Part part : parts) {
            Files.deleteIfExists(ProcessRecord.file(home, part));
        }
    }

    private boolean trains(Part part) {
        return part != Part.DATABASE && caches.isTraining(part);
    }

    private static void ask(Part part, ProcessHandle handle) {
        if (part == Part.DATABASE) {
            try {
                // On SIGTERM it would wait for its clients; SIGINT is its fast and orderly end.
                new ProcessBuilder("kill", "-INT", Long.toString(handle.pid()))
                        .start()
                        .waitFor();
                return;
            } catch (IOException noSuchProgram) {
                handle.destroy();
                return;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        handle.destroy();
    }
}
