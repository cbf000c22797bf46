package io.wirecase.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Calls the front door with a key. It may be used from several threads. */
final class Caller {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int FIRST_ERROR = 300;

    private final JsonMapper json = JsonMapper.builder().build();
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
    Caller(URI base, Path keyFile) throws IOException {
        this.base = base;
        this.key = Files.readString(keyFile, StandardCharsets.US_ASCII).strip();
    }

    JsonMapper json() {
        return json;
    }

    /** What a path from the front door's root, or an address of it, stands for. */
    URI resolve(String path) {
        return base.resolve(path);
    }

    /** A request with the key. */
    HttpRequest.Builder request(URI what) {
        return HttpRequest.newBuilder(what).header("Authorization", "Bearer " + key);
    }

    /** The answer, whatever its status. */
    <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws IOException, InterruptedException {
        return http.send(request, handler);
    }

    /**
     * Asks in JSON.
     *
     * @param method of HTTP
     * @param path from the root, with its query
     * @param body null for none
     * @param patience how long the answer may take
     * @return the answer; an empty object when it has no body
     * @throws FrontDoorException when it is refused; the message says why
     * @throws IOException when there is no answer
     * @throws InterruptedException when interrupted
     */
    JsonNode call(String method, String path, @Nullable JsonNode body, Duration patience)
            throws IOException, InterruptedException {
        HttpRequest request = request(resolve(path))
                .header("Content-Type", "application/json")
                .timeout(patience)
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build();
        HttpResponse<byte[]> response = send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() >= FIRST_ERROR) {
            throw refused(response);
        }
        return response.body().length == 0 ? json.createObjectNode() : json.readTree(response.body());
    }

    /** An answer that is not what was asked for, in the front door's words. */
    static FrontDoorException refused(HttpResponse<byte[]> response) {
        return new FrontDoorException(response.statusCode(), Problems.text(response.statusCode(), response.body()));
    }

    /** As a part of a path or of a query (RFC 3986). */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
