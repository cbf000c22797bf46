package io.wirecase.local.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Captures that are not needed any more. It may be used from several threads. */
public final class Captures {

    private static final Duration ANSWER = Duration.ofMinutes(1);
    private static final int GONE = 404;

    private final Caller door;

    /**
     * Connects to nothing yet.
     *
     * @param base for example {@code http://127.0.0.1:8480}
     * @param keyFile holds the key
     * @throws IOException when the key cannot be read
     */
    public Captures(URI base, Path keyFile) throws IOException {
        this.door = new Caller(base, keyFile);
    }

    /**
     * Deletes a capture with everything derived from it; one that is gone is no failure.
     *
     * @param id capture id
     * @throws IOException when it is refused
     * @throws InterruptedException when interrupted
     */
    public void delete(String id) throws IOException, InterruptedException {
        try {
            door.call("DELETE", "/api/v1/captures/" + Caller.encoded(id), null, ANSWER);
        } catch (FrontDoorException refused) {
            if (refused.status() != GONE) {
                throw refused;
            }
        }
    }
}
