package io.wirecase.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The REST interface as a client sees it. One instance serves one stack; it may be used from several threads. */
public final class FrontDoor {

    /** A name of a report's file, which can lead nowhere else (RFC 6266). */
    private static final Pattern DISPOSITION =
            Pattern.compile("filename=\"(wirecase-report_[A-Za-z0-9][A-Za-z0-9._-]*)\"");

    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int NOT_A_CAPTURE = 415;

    private final Caller door;

    /**
     * Connects to nothing yet.
     *
     * @param base for example {@code http://127.0.0.1:8480}
     * @param keyFile holds the key
     * @throws IOException when the key cannot be read
     */
    public FrontDoor(URI base, Path keyFile) throws IOException {
        this.door = new Caller(base, keyFile);
    }

    /**
     * Streams a file.
     *
     * @param file any size
     * @param name as it shall be called
     * @param site where it was taken, or null when the capture stands for itself
     * @param progress told how many bytes have been read from it so far
     * @return stored, or refused as no capture
     * @throws IOException when it cannot be read or sent
     * @throws InterruptedException when interrupted
     */
    public Sent send(Path file, String name, @Nullable String site, LongConsumer progress)
            throws IOException, InterruptedException {
        HttpRequest.BodyPublisher content = BodyPublishers.ofInputStream(() -> open(file, progress));
        long size = Files.size(file);
        return send(size == 0 ? BodyPublishers.noBody() : BodyPublishers.fromPublisher(content, size), name, site);
    }

    /**
     * Streams what comes, of whatever length.
     *
     * @param content read to its end
     * @param name as it shall be called
     * @param site where it was taken, or null when the capture stands for itself
     * @return stored, or refused as no capture
     * @throws IOException when it cannot be read or sent
     * @throws InterruptedException when interrupted
     */
    public Sent send(InputStream content, String name, @Nullable String site) throws IOException, InterruptedException {
        return send(BodyPublishers.ofInputStream(() -> content), name, site);
    }

    private Sent send(HttpRequest.BodyPublisher content, String name, @Nullable String site)
            throws IOException, InterruptedException {
        String query = "?name=" + Caller.encoded(name) + (site == null ? "" : "&site=" + Caller.encoded(site));
        HttpRequest request = door.request(door.resolve("/api/v1/captures" + query))
                .header("Content-Type", "application/octet-stream")
                .POST(content)
                .build();
        HttpResponse<byte[]> response = door.send(request, BodyHandlers.ofByteArray());
        return switch (response.statusCode()) {
            case OK, CREATED -> {
                JsonNode state = door.json().readTree(response.body());
                yield new Sent.Stored(state.path("id").asText(), response.statusCode() == OK, state);
            }
            case NOT_A_CAPTURE -> new Sent.Refused(Problems.text(response.statusCode(), response.body()));
            default -> throw Caller.refused(response);
        };
    }

    /**
     * How far a capture is.
     *
     * @param id capture id
     * @return its state
     * @throws IOException when there is no answer, or no such capture
     * @throws InterruptedException when interrupted
     */
    public JsonNode capture(String id) throws IOException, InterruptedException {
        return door.call("GET", "/api/v1/captures/" + Caller.encoded(id), null, ANSWER);
    }

    /**
     * Asks for a report.
     *
     * @param wanted what it shall be about
     * @return where it will be
     * @throws IOException when it is refused
     * @throws InterruptedException when interrupted
     */
    public URI askForReport(ReportRequest wanted) throws IOException, InterruptedException {
        ObjectNode body = door.json().createObjectNode();
        wanted.captures().forEach(body.putArray("captures")::add);
        if (wanted.since() != null) {
            body.put("since", wanted.since().toString());
        }
        if (wanted.until() != null) {
            body.put("until", wanted.until().toString());
        }
        if (wanted.minScore() != null) {
            body.put("minScore", wanted.minScore());
        }
        HttpRequest request = door.request(door.resolve("/api/v1/reports"))
                .header("Content-Type", "application/json")
                .timeout(ANSWER)
                .POST(BodyPublishers.ofByteArray(door.json().writeValueAsBytes(body)))
                .build();
        HttpResponse<byte[]> response = door.send(request, BodyHandlers.ofByteArray());
        String location = response.headers().firstValue("Location").orElse("");
        if (response.statusCode() != ACCEPTED || location.isEmpty()) {
            throw Caller.refused(response);
        }
        return door.resolve(URI.create(location).getRawPath());
    }

    /**
     * Whether a report is there.
     *
     * @param report where it will be
     * @return ready, or what it waits for
     * @throws IOException when it cannot be made
     * @throws InterruptedException when interrupted
     */
    public ReportAnswer look(URI report) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = get(report, "application/json", OK, ACCEPTED);
        if (response.statusCode() == OK) {
            return new ReportAnswer.Ready();
        }
        return new ReportAnswer.Building(
                waiting(door.json().readTree(response.body()).path("waitingFor")));
    }

    private static String waiting(JsonNode captures) {
        if (captures.isEmpty()) {
            return "the report is being built";
        }
        JsonNode first = captures.path(0);
        // How many are to come is known only once the last one is announced.
        String counts = "%s flows and %s alerts so far"
                .formatted(
                        first.path("flows").path("stored").asText("0"),
                        first.path("alerts").path("stored").asText("0"));
        String name = first.path("name").asText(first.path("capture").asText());
        return captures.size() == 1 ? name + ", " + counts : captures.size() + " captures; " + name + ", " + counts;
    }

    /**
     * Fetches something into a file, which appears under its name only when it is whole.
     *
     * @param what where it is; a path from the front door's root may be given
     * @param mediaType as which
     * @param file where to
     * @throws IOException when it cannot be fetched or written
     * @throws InterruptedException when interrupted
     */
    public void fetch(URI what, String mediaType, Path file) throws IOException, InterruptedException {
        Path partial = file.resolveSibling(file.getFileName() + ".part");
        download(what, mediaType, partial);
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Fetches something into a folder under the name the service gives it.
     *
     * @param what where it is
     * @param mediaType as which
     * @param folder where to
     * @param otherwise the name it gets when the service gives none that is safe
     * @return the file
     * @throws IOException when it cannot be fetched or written
     * @throws InterruptedException when interrupted
     */
    public Path fetchNamed(URI what, String mediaType, Path folder, String otherwise)
            throws IOException, InterruptedException {
        Path partial = folder.resolve(otherwise + ".part");
        HttpHeaders headers = download(what, mediaType, partial);
        String name = headers.firstValue("Content-Disposition")
                .map(DISPOSITION::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .orElse(otherwise);
        return Files.move(partial, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private HttpHeaders download(URI what, String mediaType, Path file) throws IOException, InterruptedException {
        HttpRequest request = door.request(door.resolve(what.toString()))
                .header("Accept", mediaType)
                .GET()
                .build();
        HttpResponse<InputStream> response = door.send(request, BodyHandlers.ofInputStream());
        try (InputStream content = response.body()) {
            if (response.statusCode() != OK) {
                throw new FrontDoorException(
                        response.statusCode(), Problems.text(response.statusCode(), content.readAllBytes()));
            }
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return response.headers();
    }

    private HttpResponse<byte[]> get(URI what, String mediaType, int... expected)
            throws IOException, InterruptedException {
        HttpRequest request = door.request(what)
                .header("Accept", mediaType)
                .timeout(ANSWER)
                .GET()
                .build();
        HttpResponse<byte[]> response = door.send(request, BodyHandlers.ofByteArray());
        for (int each : expected) {
            if (response.statusCode() == each) {
                return response;
            }
        }
        throw Caller.refused(response);
    }

    private static InputStream open(Path file, LongConsumer progress) {
        try {
            return new CountingStream(Files.newInputStream(file), progress);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
