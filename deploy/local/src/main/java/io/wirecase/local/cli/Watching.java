package io.wirecase.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirecase.local.client.FrontDoor;
import io.wirecase.local.client.FrontDoorException;
import io.wirecase.local.client.Sent;
import io.wirecase.local.spool.Spool;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sends what a spool hands out. What cannot be sent now stays where it is and is tried again. */
final class Watching {

    private static final int OURS = 500;

    private final FrontDoor door;
    private final Terminal terminal;
    private final Spool spool;
    private final @Nullable String site;
    private String trouble = "";
    private int unreadable;

    Watching(FrontDoor door, Terminal terminal, Spool spool, @Nullable String site) {
        this.door = door;
        this.terminal = terminal;
        this.spool = spool;
        this.site = site;
    }

    /** Files that were no captures, or could not be read. */
    int unreadable() {
        return unreadable;
    }

    /**
     * Takes what is complete.
     *
     * @return whether nothing is left that waits
     */
    boolean round() throws IOException, InterruptedException {
        for (Spool.Ready file : spool.ready(Instant.now())) {
            if (!take(file)) {
                return false;
            }
        }
        return !spool.waits();
    }

    /** Returns false when it cannot be sent now. */
    private boolean take(Spool.Ready file) throws IOException, InterruptedException {
        String name = PlainText.of(String.valueOf(file.file().getFileName()));
        terminal.step("sending " + name);
        try {
            Sent answer = door.send(file.file(), name, site, done -> {});
            boolean same = spool.taken(file);
            tell(name, answer);
            if (!same) {
                terminal.note(name + " was written to while it was sent; it is taken again when it rests");
            }
            trouble = "";
            return true;
        } catch (FrontDoorException refused) {
            if (refused.status() >= OURS) {
                return later(refused);
            }
            spool.taken(file);
            notReadable(name, String.valueOf(refused.getMessage()));
            return true;
        } catch (IOException away) {
            return later(away);
        }
    }

    private boolean later(IOException why) {
        String said = String.valueOf(why.getMessage());
        if (!said.equals(trouble)) {
            terminal.note("Nothing can be sent now, tried again later: " + PlainText.of(said));
            trouble = said;
        }
        return false;
    }

    private void tell(String name, Sent answer) throws IOException, InterruptedException {
        switch (answer) {
            case Sent.Refused refused -> notReadable(name, refused.reason());
            case Sent.Stored stored -> {
                JsonNode state = new Reading(door, terminal, site).await(stored.id(), "reading " + name);
                JsonNode accounts = state.path("accounts");
                if ("COMPLETED".equals(state.path("state").asText())) {
                    terminal.result("%s %s: %s packets, %s flows"
                            .formatted(
                                    stored.id(),
                                    name,
                                    accounts.path("packets").asText("0"),
                                    accounts.path("flows").asText("0")));
                } else {
                    notReadable(name, state.path("failure").asText("no reason was given"));
                }
            }
        }
    }

    private void notReadable(String name, String reason) {
        unreadable++;
        terminal.note("Not readable: " + name + ": " + PlainText.of(reason));
    }
}
