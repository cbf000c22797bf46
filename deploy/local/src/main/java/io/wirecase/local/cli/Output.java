package io.wirecase.local.cli;

import io.wirecase.local.client.FrontDoor;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files of one run. */
final class Output {

    static final String JSON = "report.json";
    /** Easy names, for scripts and for the next run into the same folder, and what each is asked for as. */
    private static final Map<String, String> FORMS = new TreeMap<>(Map.of(
            JSON,
            "application/json",
            "report.html",
            "text/html",
            "report.md",
            "text/markdown",
            "report.pdf",
            "application/pdf"));

    private static final int BUFFER = 1 << 16;

    private final FrontDoor door;
    private final Path folder;
    private final List<Path> written = new ArrayList<>();

    Output(FrontDoor door, Path folder) throws IOException {
        this.door = door;
        this.folder = Files.createDirectories(folder);
    }

    /** The report in every form under its own name, and easy names that lead to it; a checksum beside each. */
    void report(URI place) throws IOException, InterruptedException {
        for (Map.Entry<String, String> form : FORMS.entrySet()) {
            Path easy = folder.resolve(form.getKey());
            // A link left by an earlier run must not lead the new report into the old one's file.
            Files.deleteIfExists(easy);
            Path file = door.fetchNamed(place, form.getValue(), folder, form.getKey());
            String digest = sha256(file);
            checksum(file, digest);
            if (!file.equals(easy)) {
                link(easy, file);
                checksum(easy, digest);
            }
            written.add(file);
        }
    }

    /** Flows and alerts of what the report is about, one a line. */
    void export(URI place) throws IOException, InterruptedException {
        String path = place.getPath();
        String report = path.substring(path.lastIndexOf('/') + 1);
        for (String what : List.of("flows", "alerts")) {
            Path file = folder.resolve(what + ".jsonl");
            door.fetch(URI.create("/api/v1/" + what + "?report=" + report), "application/x-ndjson", file);
            written.add(file);
        }
    }

    /** What was written, checksums aside. */
    List<Path> written() {
        return List.copyOf(written);
    }

    private static void link(Path easy, Path file) throws IOException {
        try {
            Files.createSymbolicLink(easy, file.getFileName());
        } catch (UnsupportedOperationException | FileSystemException without) {
            // Some folders take no links; a copy serves as well.
            Files.copy(file, easy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A line that {@code sha256sum -c} reads. */
    private static void checksum(Path file, String digest) throws IOException {
        Files.writeString(
                file.resolveSibling(file.getFileName() + ".sha256"),
                digest + "  " + file.getFileName() + "\n",
                StandardCharsets.UTF_8);
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                digest.update(buffer, 0, got);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
