package io.wirecase.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of this checkout. */
final class Checkout {

    static final Path ROOT = root();
    static final List<String> MODULES = List.of(
            "core",
            "scenarios",
            "platform",
            "capture-service",
            "detection-service",
            "enrichment-service",
            "report-service",
            "deploy/local");
    private static final Set<String> SKIPPED =
            Set.of("target", ".git", "node_modules", ".wirecase", "wirecase-reports");

    private Checkout() {}

    /** All files whose name ends so, build output and data folders left out. */
    static List<Path> files(String ending) {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(p -> p.toString().endsWith(ending))
                    .filter(p -> Stream.iterate(ROOT.relativize(p), f -> f != null, Path::getParent)
                            .map(Path::getFileName)
                            .noneMatch(n -> SKIPPED.contains(n.toString())))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("these tests run inside a checkout");
        }
        return folder;
    }
}
