package io.wirecase.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Live sensors as a client of the front door sees them. It may be used from several threads. */
public final class Sensors {

    private static final Duration ANSWER = Duration.ofMinutes(1);
    private static final String PATH = "/api/v1/sensors";

    private final Caller door;

    /**
     * Connects to nothing yet.
     *
     * @param base for example {@code http://127.0.0.1:8480}
     * @param keyFile holds the key
     * @throws IOException when the key cannot be read
     */
    public Sensors(URI base, Path keyFile) throws IOException {
        this.door = new Caller(base, keyFile);
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
        return door.call("GET", PATH + "/interfaces", null, ANSWER);
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
        return door.call("POST", PATH, wish, ANSWER);
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
        return door.call("GET", PATH + "/" + name, null, ANSWER);
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
        return door.call("DELETE", PATH + "/" + name, null, ANSWER);
    }
}
