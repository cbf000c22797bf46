package io.wirecase.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Suppression rules as a client of the front door sees them. It may be used from several threads. */
public final class Rules {

    /** A rule may be tried on millions of stored alerts. */
    private static final Duration ANSWER = Duration.ofMinutes(5);

    private static final String PATH = "/api/v1/suppressions";

    private final Caller door;

    /**
     * Connects to nothing yet.
     *
     * @param base for example {@code http://127.0.0.1:8480}
     * @param keyFile holds the key
     * @throws IOException when the key cannot be read
     */
    public Rules(URI base, Path keyFile) throws IOException {
        this.door = new Caller(base, keyFile);
    }

    /**
     * All rules.
     *
     * @return a list
     * @throws IOException when there is no answer
     * @throws InterruptedException when interrupted
     */
    public JsonNode all() throws IOException, InterruptedException {
        return door.call("GET", PATH, null, ANSWER);
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
        return door.call("POST", PATH + (force ? "?force=true" : ""), rule, ANSWER);
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
        return door.call("POST", PATH + "/simulations", rule, ANSWER);
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
        door.call("DELETE", PATH + "/" + Caller.encoded(id), null, ANSWER);
    }
}
