package io.wirecase.local.client;

import com.fasterxml.jackson.databind.JsonNode;

/** What became of a file that was sent. */
public sealed interface Sent {

    /**
     * It is stored and will be read.
     *
     * @param id capture id
     * @param known true when the same content was sent before
     * @param state as the front door told it
     */
    record Stored(String id, boolean known, JsonNode state) implements Sent {}

    /**
     * It is no capture.
     *
     * @param reason in the front door's words
     */
    record Refused(String reason) implements Sent {}
}
