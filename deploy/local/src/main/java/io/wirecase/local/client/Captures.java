package io.wirecase.local.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Captures that are not needed any more. It may be used from several threads. */
public final class Captures {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofMinutes(1);
    private static final int FIRST_ERROR = 300;
    private static final int GONE = 404;

    private final URI base;
    private final String key;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    /**
     * Connects to nothing yet.
     *
     * @param base for example {@code http://127.0.0.1:8480}
     * @param keyFile holds the key
     * @throws IOException when the key cannot be read
     */
    public Captures(URI base, Path keyFile) throws IOException {
        this.base = base;
        this.key = Files.readString(keyFile, StandardCharsets.US_ASCII).strip();
    }

    /**
     * Deletes a capture with everything derived from it; one that is gone is no failure.
     *
     * @param id capture id
     * @throws IOException when it is refused
     * @throws InterruptedException when interrupted
     */
    public void delete(String id) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/v1/captures/" + id))
                .header("Authorization", "Bearer " + key)
                .timeout(ANSWER)
                .DELETE()
                .build();
        HttpResponse<Void> response = http.send(request, BodyHandlers.discarding());
        if (response.statusCode() >= FIRST_ERROR && response.statusCode() != GONE) {
            throw new FrontDoorException(response.statusCode(), "the front door answered " + response.statusCode());
        }
    }
}
