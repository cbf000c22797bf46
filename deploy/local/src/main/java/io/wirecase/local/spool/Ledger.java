package io.wirecase.local.spool;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers which files were taken, across restarts: a line each, with size, time of change and path. What is no longer
 * there is forgotten when it is opened, so that it stays as small as the folder.
 */
public final class Ledger {

    private static final String SEPARATOR = " ";
    private static final int PARTS = 3;

    private final Path file;
    private final Map<Path, Mark> taken = new HashMap<>();

    private Ledger(Path file) {
        this.file = file;
    }

    /**
     * Opens a ledger, empty when there is none. A line that a crash left half written counts for nothing: its file is
     * taken again, which the store of captures knows by its content.
     *
     * @throws IOException when it cannot be read or written
     */
    public static Ledger open(Path file) throws IOException {
        Ledger ledger = new Ledger(file);
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                ledger.load(line);
            }
        }
        ledger.rewrite();
        return ledger;
    }

    boolean has(Path path, Mark mark) {
        return mark.equals(taken.get(path));
    }

    void add(Path path, Mark mark) throws IOException {
        taken.put(path, mark);
        Files.writeString(
                file,
                line(path, mark) + "\n",
                StandardCharsets.US_ASCII,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.DSYNC);
    }

    private void load(String line) {
        String[] parts = line.split(SEPARATOR);
        if (parts.length == PARTS && number(parts[0]) && number(parts[1])) {
            Path path = Path.of(URLDecoder.decode(parts[2], StandardCharsets.UTF_8));
            taken.put(path, new Mark(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
        }
    }

    private static boolean number(String text) {
        return text.matches("-?[0-9]{1,18}") || text.matches("-?[0-8][0-9]{18}");
    }

    private void rewrite() throws IOException {
        List<String> lines = new ArrayList<>();
        taken.keySet().removeIf(path -> !Files.exists(path));
        taken.forEach((path, mark) -> lines.add(line(path, mark)));
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.write(draft, lines, StandardCharsets.US_ASCII);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String line(Path path, Mark mark) {
        String name = URLEncoder.encode(path.toString(), StandardCharsets.UTF_8);
        return mark.size() + SEPARATOR + mark.changedNanos() + SEPARATOR + name;
    }
}
