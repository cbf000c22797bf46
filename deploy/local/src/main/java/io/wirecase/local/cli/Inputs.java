package io.wirecase.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The files that the arguments stand for. */
final class Inputs {

    private static final List<String> CAPTURE_ENDINGS = List.of(".pcap", ".pcapng", ".cap", ".dmp");
    private static final List<String> PACKED_ENDINGS = List.of(".gz", ".zst", ".zstd");
    private static final Path STANDARD = Path.of("-");

    private Inputs() {}

    /**
     * One file to try.
     *
     * @param file it
     * @param expected whether it must be a capture: named by the user, or by its ending. Any other file in a folder
     *     may be
     *     something else
     */
    record Input(Path file, boolean expected) {

        /** Whether it is what is piped into the command. */
        boolean standard() {
            return file.equals(STANDARD);
        }
    }

    /**
     * Files as given, folders with all they hold, in a stable order, each file once; {@code -} is standard input.
     *
     * @param arguments files and folders
     * @return the files; an argument that does not exist is kept, so that it is named as unreadable
     * @throws IOException when a folder cannot be listed
     */
    static List<Input> of(List<Path> arguments) throws IOException {
        Map<Path, Input> found = new LinkedHashMap<>();
        for (Path argument : arguments) {
            if (argument.equals(STANDARD)) {
                found.put(argument, new Input(argument, true));
            } else if (Files.isDirectory(argument)) {
                for (Path each : filesBelow(argument)) {
                    found.putIfAbsent(each.toAbsolutePath().normalize(), new Input(each, looksLikeCapture(each)));
                }
            } else {
                found.put(argument.toAbsolutePath().normalize(), new Input(argument, true));
            }
        }
        return new ArrayList<>(found.values());
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static boolean looksLikeCapture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        for (String packed : PACKED_ENDINGS) {
            name = name.endsWith(packed) ? name.substring(0, name.length() - packed.length()) : name;
        }
        return CAPTURE_ENDINGS.stream().anyMatch(name::endsWith);
    }
}
