package io.wirecase.local.cli;

import io.wirecase.local.client.FrontDoor;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The files of one run. */
final class Output {

    static final String JSON = "report.json";
    private static final String HTML = "report.html";
    private static final int BUFFER = 1 << 16;

    private final FrontDoor door;
    private final Path folder;
    private final List<Path> written = new ArrayList<>();

    Output(FrontDoor door, Path folder) throws IOException {
        this.door = door;
        this.folder = Files.createDirectories(folder);
    }

    /** The report in both forms, each with its checksum beside it. */
    void report(URI place) throws IOException, InterruptedException {
        fetch(place, "application/json", JSON);
        fetch(place, "text/html", HTML);
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

    private void fetch(URI place, String mediaType, String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        door.fetch(place, mediaType, file);
        Files.writeString(
                folder.resolve(name + ".sha256"), sha256(file) + "  " + name + "\n", StandardCharsets.US_ASCII);
        written.add(file);
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
