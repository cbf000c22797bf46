package io.wirecase.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reads the end of a log for a message. */
final class Logs {

    private static final int LINES = 15;

    private Logs() {}

    static String end(Path log) {
        Deque<String> last = new ArrayDeque<>();
        try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            lines.forEach(line -> {
                last.addLast("    " + line);
                if (last.size() > LINES) {
                    last.removeFirst();
                }
            });
        } catch (IOException unreadable) {
            return "    (its log cannot be read: " + unreadable.getMessage() + ")";
        }
        return String.join("\n", last);
    }
}
