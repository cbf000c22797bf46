package io.wirecase.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirecase.local.client.FrontDoor;
import io.wirecase.local.client.FrontDoorException;
import io.wirecase.local.client.Sent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sends the inputs and waits until each is read; remembers which could not be, and why. */
final class Reading {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    /** Answers that speak of the content (RFC 9110, 15.5): bad, too large, unprocessable. Others speak of us. */
    private static final Set<Integer> ABOUT_THE_FILE = Set.of(400, 413, 422);

    private final FrontDoor door;
    private final Terminal terminal;
    private final @Nullable String site;
    private final InputStream standardInput;
    private final Map<Path, String> unreadable = new LinkedHashMap<>();
    private final Map<Inputs.Input, String> sent = new LinkedHashMap<>();
    private final Set<String> captures = new LinkedHashSet<>();

    Reading(FrontDoor door, Terminal terminal, @Nullable String site) {
        this(door, terminal, site, System.in);
    }

    Reading(FrontDoor door, Terminal terminal, @Nullable String site, InputStream standardInput) {
        this.standardInput = standardInput;
        this.door = door;
        this.terminal = terminal;
        this.site = site;
    }

    /** Ids of the captures that were read, in the order of the inputs; the same content counts once. */
    List<String> captures() {
        return List.copyOf(captures);
    }

    /** Files that could not be read, with the reason. */
    Map<Path, String> unreadable() {
        return Collections.unmodifiableMap(unreadable);
    }

    void send(List<Inputs.Input> inputs) throws IOException, InterruptedException {
        int number = 0;
        for (Inputs.Input input : inputs) {
            number++;
            String title = "sending %d of %d: %s".formatted(number, inputs.size(), name(input));
            terminal.step(title);
            sendOne(input, title);
        }
    }

    private void sendOne(Inputs.Input input, String title) throws IOException, InterruptedException {
        if (!input.standard() && (!Files.isRegularFile(input.file()) || !Files.isReadable(input.file()))) {
            unreadable(input, Files.exists(input.file()) ? "it may not be read" : "there is no such file");
            return;
        }
        try {
            switch (send(input, title)) {
                case Sent.Stored stored -> sent.put(input, stored.id());
                case Sent.Refused refused -> unreadable(input, refused.reason());
            }
        } catch (FrontDoorException refused) {
            if (!ABOUT_THE_FILE.contains(refused.status())) {
                throw refused;
            }
            unreadable(input, String.valueOf(refused.getMessage()));
        }
    }

    private Sent send(Inputs.Input input, String title) throws IOException, InterruptedException {
        if (input.standard()) {
            return door.send(standardInput, name(input), site);
        }
        double size = Math.max(1, Files.size(input.file()));
        return door.send(input.file(), name(input), site, done -> terminal.percent(title, done / size));
    }

    void awaitAll() throws IOException, InterruptedException {
        int number = 0;
        for (Map.Entry<Inputs.Input, String> each : sent.entrySet()) {
            number++;
            String title = "reading %d of %d: %s".formatted(number, sent.size(), name(each.getKey()));
            terminal.step(title);
            JsonNode state = await(each.getValue(), title);
            if ("COMPLETED".equals(state.path("state").asText())) {
                captures.add(each.getValue());
            } else {
                unreadable(each.getKey(), state.path("failure").asText("no reason was given"));
            }
        }
    }

    /** Waits until a capture is read, or cannot be. */
    JsonNode await(String id, String title) throws IOException, InterruptedException {
        JsonNode state = door.capture(id);
        while (isUnderWay(state)) {
            terminal.percent(title, state.path("progress").asDouble());
            Thread.sleep(BETWEEN_LOOKS);
            state = door.capture(id);
        }
        return state;
    }

    private static boolean isUnderWay(JsonNode state) {
        return switch (state.path("state").asText()) {
            case "ACCEPTED", "READING" -> true;
            default -> false;
        };
    }

    /** A file in a folder that never looked like a capture is left aside without a word in the count. */
    private void unreadable(Inputs.Input input, String reason) {
        if (input.expected()) {
            unreadable.put(input.file(), reason);
        } else {
            terminal.note("Left aside: " + PlainText.of(input.file().toString()) + " is no capture");
        }
    }

    private static String name(Inputs.Input input) {
        if (input.standard()) {
            return "standard input";
        }
        Path name = input.file().getFileName();
        return name == null ? "capture" : PlainText.of(name.toString());
    }
}
