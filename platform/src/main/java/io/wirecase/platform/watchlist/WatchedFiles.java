package io.wirecase.platform.watchlist;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files of all lists, and what they held when last read. A file that is gone or broken leaves what it held before
 * in force and is told of. One thread refreshes, any number read.
 */
public final class WatchedFiles {

    private final List<Watched> files = new ArrayList<>();
    private volatile Watchlists current = Watchlists.NONE;
    private volatile List<String> problems = List.of();
    private volatile int entries;

    /** Files not read yet. */
    public WatchedFiles(Map<ListKind, List<Path>> paths) {
        new EnumMap<>(paths).forEach((kind, some) -> some.forEach(path -> files.add(new Watched(kind, path))));
    }

    /** The lists in force; the same object until a file changes. */
    public Watchlists current() {
        return current;
    }

    /** What is wrong with which file, a phrase each; empty when nothing is. */
    public List<String> problems() {
        return problems;
    }

    /** Entries in force. */
    public int entries() {
        return entries;
    }

    /**
     * Reads the files that changed since they were last read, good or bad.
     *
     * @return what happened, a phrase for each file that was read or refused; empty when nothing changed
     */
    public synchronized List<String> refresh() {
        List<String> news = new ArrayList<>();
        for (Watched file : files) {
            String said = file.refresh();
            if (said != null) {
                news.add(said);
            }
        }
        if (!news.isEmpty()) {
            Map<ListKind, List<ListFile>> lists = new EnumMap<>(ListKind.class);
            int sum = 0;
            List<String> wrong = new ArrayList<>();
            for (Watched file : files) {
                if (file.held != null) {
                    lists.computeIfAbsent(file.kind, any -> new ArrayList<>()).add(file.held);
                    sum += file.held.entries();
                }
                if (file.problem != null) {
                    wrong.add(file.problem);
                }
            }
            current = new Watchlists(lists);
            problems = List.copyOf(wrong);
            entries = sum;
        }
        return news;
    }

    /** When a file was changed and how long it is: what tells its versions apart. */
    private record Version(
            Instant changed, long bytes, @Nullable Object file) {}

    private static final class Watched {

        private final ListKind kind;
        private final Path path;
        private @Nullable Version seen;
        private @Nullable ListFile held;
        private @Nullable String problem;

        Watched(ListKind kind, Path path) {
            this.kind = kind;
            this.path = path;
        }

        /** What happened, or null. */
        private @Nullable String refresh() {
            Version was = seen;
            seen = null;
            try {
                BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class);
                seen = new Version(is.lastModifiedTime().toInstant(), is.size(), is.fileKey());
                if (seen.equals(was)) {
                    return null;
                }
                ListFile read = ListFile.read(path, kind, seen.changed());
                held = read;
                problem = null;
                return read + ": " + read.entries() + " " + kind.word();
            } catch (FileSystemException unreachable) {
                return refused(Files.exists(path) ? "it cannot be read" : "it is not there");
            } catch (CharacterCodingException notText) {
                return refused("it is not text in UTF-8");
            } catch (IOException broken) {
                return refused(String.valueOf(broken.getMessage()));
            }
        }

        private @Nullable String refused(String reason) {
            String said = path.getFileName() + " (" + kind.word() + "): " + reason
                    + (held == null ? "" : "; what it held before stays in force");
            boolean news = !said.equals(problem);
            problem = said;
            return news ? said : null;
        }
    }
}
