package io.wirecase.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The published schemas under {@code docs/schemas}, and what they say of something this product wrote. Readers must
 * ignore members they do not know; what we write ourselves must have none, so here every object is closed first.
 */
public final class Schemas {

    private static final String URN = "urn:wirecase:schema:";
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig CHECK_FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private static final Map<String, JsonSchema> CLOSED = new ConcurrentHashMap<>();

    private Schemas() {}

    /** The folder of everything published beside the code, seen from whichever module a test runs in. */
    public static Path docs() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs/schemas"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException(
                        "no docs/schemas above " + Path.of("").toAbsolutePath());
            }
        }
        return folder.resolve("docs");
    }

    /** The name of an event type's schema. */
    public static String name(EventType type) {
        return type.dataSchema().orElseThrow().substring(URN.length());
    }

    /** A schema as it is published. @param name for example {@code capture.state.v1} */
    public static JsonNode read(String name) {
        try {
            return Codec.json()
                    .readTree(docs().resolve("schemas/" + name + ".json").toFile());
        } catch (IOException none) {
            throw new UncheckedIOException("there is no schema " + name, none);
        }
    }

    /** What is wrong with an event by its schema, members that the schema lacks included; empty when nothing is. */
    public static List<String> faults(EventType type, byte[] event) {
        try {
            return faults(name(type), Codec.json().readTree(event));
        } catch (IOException notJson) {
            return List.of("not JSON: " + notJson.getMessage());
        }
    }

    /** What is wrong with a document by a schema, members that the schema lacks included; empty when nothing is. */
    public static List<String> faults(String name, JsonNode document) {
        JsonSchema schema = CLOSED.computeIfAbsent(name, n -> FACTORY.getSchema(closed(read(n)), CHECK_FORMATS));
        return schema.validate(document).stream()
                .map(ValidationMessage::getMessage)
                .distinct()
                .toList();
    }

    /** The same schema with no room for members it does not list. */
    static JsonNode closed(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            for (String many : List.of("properties", "$defs")) {
                object.path(many).forEach(Schemas::closed);
            }
            for (String one : List.of("items", "additionalProperties")) {
                closed(object.path(one));
            }
            if (object.has("properties") && !object.has("additionalProperties")) {
                object.put("additionalProperties", false);
            }
        }
        return schema;
    }
}
