package io.wirecase.detection.testing;

import io.wirecase.platform.watchlist.ListKind;
import io.wirecase.platform.watchlist.WatchedFiles;
import io.wirecase.platform.watchlist.Watchlists;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Lists as an operator keeps them, in files of 2 November 2026. */
public final class Listed {

    public static final String SERVER = "203.0.113.99";
    public static final String EXIT = "198.51.100.7";
    public static final String DOMAIN = "bad.example";
    public static final String FINGERPRINT = "e7d705a3286e19ea42f587b344ee6865";
    public static final String CERTIFICATE = "b9".repeat(20);

    private Listed() {}

    /** One entry of each kind. */
    public static Watchlists one() {
        try {
            Path folder = Files.createTempDirectory("lists");
            Map<ListKind, List<Path>> files = new EnumMap<>(ListKind.class);
            files.put(ListKind.ADDRESSES, List.of(file(folder, "servers.txt", "203.0.113.96/28")));
            files.put(ListKind.EXITS, List.of(file(folder, "exits.txt", EXIT)));
            files.put(ListKind.DOMAINS, List.of(file(folder, "domains.txt", DOMAIN)));
            files.put(ListKind.FINGERPRINTS, List.of(file(folder, "ja3.txt", FINGERPRINT)));
            files.put(ListKind.CERTIFICATES, List.of(file(folder, "sha1.txt", CERTIFICATE)));
            WatchedFiles watched = new WatchedFiles(files);
            watched.refresh();
            return watched.current();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Path file(Path folder, String name, String entry) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "# found by ourselves\n" + entry + " # why\n");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-02T10:00:00Z")));
    }
}
