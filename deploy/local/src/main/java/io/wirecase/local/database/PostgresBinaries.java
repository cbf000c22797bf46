package io.wirecase.local.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL that travelled as a jar into a folder, once. */
final class PostgresBinaries {

    private static final int EXECUTABLE = 0100;

    private PostgresBinaries() {}

    /**
     * The folder with {@code bin/postgres}, unpacked on first use. The unpacked tree appears under its final name only
     * when it is whole, so an interrupted first run leaves nothing half done.
     *
     * @param target the folder that shall hold it
     * @return the same folder
     * @throws IOException when it cannot be written, or no binaries for this machine came with the build
     */
    static Path unpack(Path target) throws IOException {
        if (Files.isExecutable(target.resolve("bin/postgres"))) {
            return target;
        }
        Path parent = target.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException("No folder above " + target);
        }
        Files.createDirectories(parent);
        Path partial = Files.createTempDirectory(parent, "unpacking");
        try (InputStream packed = open();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, partial);
            }
        }
        Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
        deleteTree(target);
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        return target;
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path into) throws IOException {
        Path path = into.resolve(entry.getName()).normalize();
        if (!path.startsWith(into)) {
            throw new IOException("The archive names a file outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Path folder = path.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        boolean executable = (entry.getMode() & EXECUTABLE) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static InputStream open() throws IOException {
        for (String name : names()) {
            InputStream found = PostgresBinaries.class.getResourceAsStream("/" + name);
            if (found != null) {
                return found;
            }
        }
        throw new IOException("No PostgreSQL for " + System.getProperty("os.name") + " on "
                + System.getProperty("os.arch") + " came with this build; see deploy/local/pom.xml, profiles.");
    }

    /** The archive's name says system and processor; both spellings of ARM are in use. */
    private static List<String> names() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        List<String> spellings = switch (arch) {
            case "amd64", "x86_64" -> List.of("x86_64", "amd64");
            case "aarch64", "arm64" -> List.of("arm_64", "arm64v8", "aarch64");
            default -> List.of(arch);
        };
        return spellings.stream()
                .map(each -> "postgres-" + os + "-" + each + ".txz")
                .toList();
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(root)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
