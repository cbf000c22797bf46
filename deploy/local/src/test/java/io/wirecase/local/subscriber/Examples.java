package io.wirecase.local.subscriber;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The events that the documents show, a file each: what a record was. */
final class Examples {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    /**
     * What differs from run to run, ids drawn by chance, hashes of what holds them and the time of the run; and the
     * decoder's fingerprint, which any change of its code changes.
     */
    private static final Pattern DRAWN =
            Pattern.compile("\"(?:id|link|ce_id|key|sha256|generatedAt|bytes|decoder|created|updated)\" : [^\n]*");

    private final Path folder;

    /** @param docs the folder of the documents */
    Examples(Path docs) {
        this.folder = docs.resolve("examples");
    }

    /** The file of a type of event. */
    Path file(String type) {
        return folder.resolve(type.substring("io.wirecase.".length()) + ".json");
    }

    /** An event as the file of it. */
    static String text(Received.Event event) throws IOException {
        ObjectNode record = JSON.createObjectNode();
        record.put("topic", event.topic());
        record.put("key", event.key());
        record.set("headers", JSON.valueToTree(event.headers()));
        record.set("value", event.data());
        return JSON.writeValueAsString(record) + "\n";
    }

    /** The same without what chance or the clock drew. */
    static String lasting(String text) {
        return DRAWN.matcher(text).replaceAll("\"drawn\"");
    }

    JsonNode read(String type) throws IOException {
        return JSON.readTree(Files.readString(file(type)));
    }

    void write(Received.Event event) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(file(event.type()), text(event));
    }
}
