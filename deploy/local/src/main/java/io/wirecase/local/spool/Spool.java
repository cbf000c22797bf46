package io.wirecase.local.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder and the folders in it, each handed out once, when it is complete: not written to for a while.
 * A file that was renamed in brings its old time with it and is complete at once. Files whose name begins with a dot or
 * says that they are half copied are left alone. One thread at a time.
 */
public final class Spool {

    private static final List<String> HALF_COPIED = List.of(".part", ".partial", ".tmp", ".filepart", ".crdownload");

    private final Path folder;
    private final Duration settle;
    private final Ledger ledger;
    private final @Nullable Path done;
    private Map<Path, Seen> seen = new HashMap<>();

    /**
     * A spool.
     *
     * @param folder where files come
     * @param settle how long nobody may have written to a complete file
     * @param ledger remembers what was taken
     * @param done where files go that were taken, or null when they stay; on the same file system
     */
    public Spool(Path folder, Duration settle, Ledger ledger, @Nullable Path done) {
        this.folder = folder.toAbsolutePath().normalize();
        this.settle = settle;
        this.ledger = ledger;
        this.done = done == null ? null : done.toAbsolutePath().normalize();
    }

    private record Seen(Mark mark, Instant since) {}

    /**
     * A complete file.
     *
     * @param file it
     * @param mark what it looked like
     */
    public record Ready(Path file, Mark mark) {}

    /**
     * Looks at the folder.
     *
     * @param now the time
     * @return the files that are complete and were not taken, longest unchanged first
     * @throws IOException when the folder cannot be listed
     */
    public List<Ready> ready(Instant now) throws IOException {
        Map<Path, Seen> looks = new HashMap<>();
        List<Ready> ready = new ArrayList<>();
        for (Path file : files()) {
            look(file, now, looks, ready);
        }
        seen = looks;
        ready.sort((one, other) -> {
            int byTime = Long.compare(one.mark().changedNanos(), other.mark().changedNanos());
            return byTime != 0 ? byTime : one.file().compareTo(other.file());
        });
        return ready;
    }

    private void look(Path file, Instant now, Map<Path, Seen> looks, List<Ready> ready) throws IOException {
        try {
            Mark mark = Mark.of(file);
            if (ledger.has(file, mark)) {
                putAway(file);
                return;
            }
            Seen before = seen.get(file);
            Seen look = before != null && before.mark().equals(mark) ? before : new Seen(mark, now);
            looks.put(file, look);
            boolean old = now.minus(settle).isAfter(Instant.ofEpochSecond(0, mark.changedNanos()));
            boolean still = !now.minus(settle).isBefore(look.since());
            if (mark.size() > 0 && (old || still)) {
                ready.add(new Ready(file, mark));
            }
        } catch (NoSuchFileException gone) {
            looks.remove(file);
        }
    }

    /** Whether files are there that are not complete yet. */
    public boolean waits() {
        return !seen.isEmpty();
    }

    /**
     * Says that a file needs no more care: it was sent, or can never be.
     *
     * @return whether it is still as it was handed out; otherwise it will be handed out again
     * @throws IOException when that cannot be remembered
     */
    public boolean taken(Ready file) throws IOException {
        ledger.add(file.file(), file.mark());
        seen.remove(file.file());
        if (!Files.exists(file.file())) {
            return true;
        }
        boolean same = Mark.of(file.file()).equals(file.mark());
        if (same) {
            putAway(file.file());
        }
        return same;
    }

    private void putAway(Path file) throws IOException {
        if (done != null) {
            Path to = done.resolve(folder.relativize(file));
            Path parent = to.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.move(file, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(this::isOurs).filter(Files::isRegularFile).toList();
        }
    }

    private boolean isOurs(Path file) {
        if (done != null && file.startsWith(done)) {
            return false;
        }
        for (Path part : folder.relativize(file)) {
            String name = part.toString().toLowerCase(Locale.ROOT);
            if (name.startsWith(".") || HALF_COPIED.stream().anyMatch(name::endsWith)) {
                return false;
            }
        }
        return true;
    }
}
