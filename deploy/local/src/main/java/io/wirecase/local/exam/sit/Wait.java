package io.wirecase.local.exam.sit;

import io.wirecase.local.client.FrontDoor;
import io.wirecase.local.client.FrontDoorException;
import io.wirecase.local.client.ReportAnswer;
import io.wirecase.local.client.ReportRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Waits for the pipeline, though not for ever. */
final class Wait {

    private static final long BETWEEN_LOOKS = 250;
    private static final int REFUSED = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    /** Nothing happened then: a report over this hour is empty, and there as soon as all captures came through. */
    private static final Instant LONG_AGO = Instant.parse("1990-01-01T00:00:00Z");

    private final FrontDoor door;

    Wait(FrontDoor door) {
        this.door = door;
    }

    /**
     * Until a capture is read.
     *
     * @throws IOException when it cannot be, or not in time
     */
    void read(String id) throws IOException, InterruptedException {
        long since = System.nanoTime();
        String state = state(id);
        while (state.equals("ACCEPTED") || state.equals("READING")) {
            pause(since, "it was still being read");
            state = state(id);
        }
        if (!state.equals("COMPLETED")) {
            throw new IOException("it could not be read: " + state);
        }
    }

    private String state(String id) throws IOException, InterruptedException {
        return door.capture(id).path("state").asText();
    }

    /** Until everything of these captures went through every stage, by the markers that reports wait for. */
    void drained(List<String> ids) throws IOException, InterruptedException {
        built(door.askForReport(new ReportRequest(ids, LONG_AGO, LONG_AGO.plusSeconds(3_600), null)));
    }

    /** Asks for a report about all of a capture. */
    URI report(String id) throws IOException, InterruptedException {
        return door.askForReport(new ReportRequest(List.of(id), null, null, null));
    }

    /** Until a report is there; false when it failed its own checks, though it was built from whole data. */
    boolean built(URI report) throws IOException, InterruptedException {
        long since = System.nanoTime();
        try {
            while (door.look(report) instanceof ReportAnswer.Building) {
                pause(since, "its report was still to come");
            }
            return true;
        } catch (FrontDoorException refused) {
            if (refused.status() == REFUSED) {
                return false;
            }
            throw refused;
        }
    }

    private static void pause(long since, String what) throws IOException, InterruptedException {
        if (System.nanoTime() - since > PATIENCE.toNanos()) {
            throw new IOException(what + " after " + PATIENCE.toMinutes() + " min");
        }
        Thread.sleep(BETWEEN_LOOKS);
    }
}
