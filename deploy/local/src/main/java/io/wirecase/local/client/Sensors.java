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

/** Live sensors as a client of the front door sees them. It may be used from several threads. */
public final class Sensors {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofMinutes(1);
    private static final int FIRST_ERROR = 300;
    private static final String PATH = "/api/v1/sensors";

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
    public Sensors(URI base, Path keyFile) throws IOException {
        this.base = base;
        this.key = Files.readString(keyFile, StandardCharsets.US_ASCII).strip();
    }

    /**
     * Which interfaces there are.
     *
     * @return a list
     * @throws FrontDoorException when they cannot be listed; the message says why and what to do
     * @throws IOException when there is no answer
     * @throws InterruptedException when interrupted
     */
    public JsonNode interfaces() throws IOException, InterruptedException {
        return call("GET", PATH + "/interfaces", BodyPublishers.noBody());
    }

    /**
     * Starts a sensor.
     *
     * @param wish the members of a sensor's description
     * @return how it does
     * @throws FrontDoorException when it is refused; the message says why and what to do
     * @throws IOException when there is no answer
     * @throws InterruptedException when interrupted
     */
    public JsonNode start(ObjectNode wish) throws IOException, InterruptedException {
        return call("POST", PATH, BodyPublishers.ofByteArray(json.writeValueAsBytes(wish)));
    }

    /**
     * How a sensor does.
     *
     * @param name its name, of letters, digits, dots, hyphens and underscores
     * @return its state
     * @throws IOException when there is no answer, or no such sensor
     * @throws InterruptedException when interrupted
     */
    public JsonNode look(String name) throws IOException, InterruptedException {
        return call("GET", PATH + "/" + name, BodyPublishers.noBody());
    }

    /**
     * Stops a sensor; returns when what it saw is published.
     *
     * @param name its name
     * @return how it did
     * @throws IOException when there is no answer, or no such sensor
     * @throws InterruptedException when interrupted
     */
    public JsonNode stop(String name) throws IOException, InterruptedException {
        return call("DELETE", PATH + "/" + name, BodyPublishers.noBody());
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
            throw new FrontDoorException(response.statusCode(), problem(response));
        }
        return json.readTree(response.body());
    }

    private String problem(HttpResponse<byte[]> response) {
        try {
            String detail = json.readTree(response.body()).path("detail").asText("");
            return detail.isEmpty() ? "the front door answered " + response.statusCode() : detail;
        } catch (IOException notJson) {
            return "the front door answered " + response.statusCode();
        }
    }
}
