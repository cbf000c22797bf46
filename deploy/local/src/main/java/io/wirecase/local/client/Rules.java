package io.wirecase.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Suppression rules as a client of the front door sees them. It may be used from several threads. */
public final class Rules {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** A rule may be tried on millions of stored alerts. */
    private static final Duration ANSWER = Duration.ofMinutes(5);

    private static final int FIRST_ERROR = 300;
    private static final String PATH = "/api/v1/suppressions";

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
    public Rules(URI base, Path keyFile) throws IOException {
        this.base = base;
        this.key = Files.readString(keyFile, StandardCharsets.US_ASCII).strip();
    }

    /**
     * All rules.
     *
     * @return a list
     * @throws IOException when there is no answer
     * @throws InterruptedException when interrupted
     */
    public JsonNode all() throws IOException, InterruptedException {
        return call("GET", PATH, BodyPublishers.noBody());
    }

    /**
     * Makes a rule.
     *
     * @param rule the members of a rule
     * @param force also where it would hide everything
     * @return the rule with its id
     * @throws FrontDoorException when it is refused; the message says why
     * @throws IOException when there is no answer
     * @throws InterruptedException when interrupted
     */
    public JsonNode make(ObjectNode rule, boolean force) throws IOException, InterruptedException {
        return call("POST", PATH + (force ? "?force=true" : ""), body(rule));
    }

    /**
     * What a rule would do to what is stored.
     *
     * @param rule the members of a rule
     * @return counts and examples
     * @throws FrontDoorException when it is refused; the message says why
     * @throws IOException when there is no answer
     * @throws InterruptedException when interrupted
     */
    public JsonNode simulate(ObjectNode rule) throws IOException, InterruptedException {
        return call("POST", PATH + "/simulations", body(rule));
    }

    /**
     * Removes a rule.
     *
     * @param id its id
     * @throws FrontDoorException when there is no such rule
     * @throws IOException when there is no answer
     * @throws InterruptedException when interrupted
     */
    public void remove(String id) throws IOException, InterruptedException {
        call("DELETE", PATH + "/" + FrontDoor.encoded(id), BodyPublishers.noBody());
    }

    private BodyPublisher body(ObjectNode rule) throws IOException {
        return BodyPublishers.ofByteArray(json.writeValueAsBytes(rule));
    }

    private JsonNode call(String method, String path, BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .timeout(ANSWER)
                .method(method, body)
                .build();
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() >= FIRST_ERROR) {
            throw new FrontDoorException(response.statusCode(), Problems.text(response.statusCode(), response.body()));
        }
        return response.body().length == 0 ? json.createObjectNode() : json.readTree(response.body());
    }
}
