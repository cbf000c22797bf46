package io.wirecase.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who needs the stack: every launcher that uses it leaves a note, {@code up} leaves one that does not end. When no note
 * holds, the stack may stop; a launcher that was killed left a note of a process that is gone.
 */
final class Users {

    private static final String KEPT = "kept";
    private static final String SUFFIX = ".user";

    private final Path run;

    Users(Home home) {
        run = home.run();
    }

    void enter() throws IOException {
        ProcessRecord.of(ProcessHandle.current(), 0).save(mine());
    }

    void leave() throws IOException {
        Files.deleteIfExists(mine());
    }

    void keep() throws IOException {
        Path kept = run.resolve(KEPT);
        if (!Files.exists(kept)) {
            Files.createFile(kept);
        }
    }

    void release() throws IOException {
        Files.deleteIfExists(run.resolve(KEPT));
    }

    boolean kept() {
        return Files.exists(run.resolve(KEPT));
    }

    /** Whether anybody needs the stack; notes of processes that are gone are removed on the way. */
    boolean any() throws IOException {
        return kept() || living() > 0;
    }

    /** Whether anybody but this process needs it. */
    boolean anyElse() throws IOException {
        int self = Files.exists(mine()) ? 1 : 0;
        return kept() || living() > self;
    }

    private int living() throws IOException {
        int found = 0;
        for (Path each : notes()) {
            if (ProcessRecord.load(each).flatMap(ProcessRecord::alive).isPresent()) {
                found++;
            } else {
                Files.deleteIfExists(each);
            }
        }
        return found;
    }

    private List<Path> notes() throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            return files.filter(each -> each.toString().endsWith(SUFFIX)).toList();
        }
    }

    private Path mine() {
        return run.resolve(ProcessHandle.current().pid() + SUFFIX);
    }
}
