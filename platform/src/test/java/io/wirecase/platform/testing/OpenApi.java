package io.wirecase.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.wirecase.core.wire.Codec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The published description of the REST API, and what it says of what the services do. */
public final class OpenApi {

    private static final String PROBLEM = "application/problem+json";
    private static final int FIRST_ERROR = 400;
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig CHECK_FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode document;

    private OpenApi(JsonNode document) {
        this.document = document;
    }

    /** The description under {@code docs}. */
    public static OpenApi published() {
        try {
            return new OpenApi(YAMLMapper.builder()
                    .build()
                    .readTree(Schemas.docs().resolve("openapi.yaml").toFile()));
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** A description from its JSON. */
    public static OpenApi of(String json) {
        try {
            return new OpenApi(Codec.json().readTree(json));
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    /** The document. */
    public JsonNode document() {
        return document;
    }

    /**
     * What it says of the paths below one, a line each: operations, parameters, bodies, statuses and media types.
     *
     * @param leftOut statuses that are not an operation's own, for example 401
     */
    public Set<String> lines(String below, Set<String> leftOut) {
        Set<String> lines = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> path.getKey().startsWith(below) && METHODS.contains(method.getKey()))
                        .forEach(method ->
                                operation(method.getKey() + " " + path.getKey(), method.getValue(), leftOut, lines)));
        return lines;
    }

    private void operation(String name, JsonNode operation, Set<String> leftOut, Set<String> lines) {
        lines.add(name);
        for (JsonNode reference : operation.path("parameters")) {
            JsonNode parameter = followed(reference);
            lines.add("%s: %s %s, %s, required %s"
                    .formatted(
                            name,
                            parameter.path("in").asText(),
                            parameter.path("name").asText(),
                            followed(parameter.path("schema")).path("type").asText(),
                            parameter.path("required").asBoolean()));
        }
        operation
                .path("requestBody")
                .path("content")
                .fieldNames()
                .forEachRemaining(type -> lines.add(name + ": takes " + type));
        operation.path("responses").properties().forEach(response -> {
            String status = response.getKey();
            if (!leftOut.contains(status)) {
                lines.add(name + ": " + status);
                if (Integer.parseInt(status) < FIRST_ERROR) {
                    followed(response.getValue())
                            .path("content")
                            .fieldNames()
                            .forEachRemaining(type -> lines.add(name + ": " + status + " " + type));
                }
            }
        });
    }

    /** What is wrong with an answer by the description; empty when nothing is. */
    public List<String> faults(String operation, int status, String contentType, String body) {
        String method = operation.substring(0, operation.indexOf(' '));
        JsonNode responses = document.path("paths")
                .path(operation.substring(method.length() + 1))
                .path(method)
                .path("responses");
        JsonNode response = followed(responses.path(Integer.toString(status)));
        String mediaType = contentType.replaceFirst(";.*", "").strip();
        JsonNode content = response.path("content").path(mediaType);
        if (content.isMissingNode()) {
            return List.of(operation + ": " + status + " with " + mediaType + " is not described");
        }
        try {
            JsonNode value = mediaType.contains("json")
                    ? Codec.json().readTree(body)
                    : Codec.json().valueToTree(body);
            return faults(content.path("schema"), value);
        } catch (IOException notJson) {
            return List.of(operation + ": " + notJson.getMessage());
        }
    }

    /** What is wrong with a value by a schema of the description, members it does not list included. */
    public List<String> faults(JsonNode schema, JsonNode value) {
        ObjectNode whole = Codec.json().createObjectNode();
        ObjectNode components = document.path("components").deepCopy();
        components.path("schemas").forEach(Schemas::closed);
        whole.set("components", components);
        whole.setAll((ObjectNode) Schemas.closed(schema.deepCopy()));
        inline(whole);
        JsonSchema compiled = FACTORY.getSchema(whole, CHECK_FORMATS);
        return compiled.validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /** Puts published schemas in the place of references to their files; each stays whole, having an id of its own. */
    private static void inline(JsonNode node) {
        if (node instanceof ObjectNode object) {
            String reference = object.path("$ref").asText();
            if (reference.startsWith("./schemas/")) {
                String name = reference.substring("./schemas/".length()).replaceFirst("\\.json$", "");
                object.remove("$ref");
                object.setAll((ObjectNode) Schemas.closed(Schemas.read(name)));
                return;
            }
        }
        node.forEach(OpenApi::inline);
    }

    /** What a place of the document refers to, or itself. */
    public JsonNode followed(JsonNode node) {
        return node.has("$ref") && node.path("$ref").asText().startsWith("#")
                ? document.at(node.path("$ref").asText().substring(1))
                : node;
    }

    /** The media type of every error. */
    public static String problem() {
        return PROBLEM;
    }
}
