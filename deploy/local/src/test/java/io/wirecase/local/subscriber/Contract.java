package io.wirecase.local.subscriber;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the AsyncAPI document says: addresses, messages by type, and how to consume. */
final class Contract {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig CHECK_FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode document;
    private final Map<String, Map<String, Message>> channels = new TreeMap<>();

    /** Reads the document and the schemas it refers to. @param file {@code asyncapi.yaml} */
    Contract(Path file) throws IOException {
        document = YAMLMapper.builder().build().readTree(file.toFile());
        for (JsonNode channel : document.path("channels")) {
            Map<String, Message> byType = new TreeMap<>();
            for (JsonNode reference : channel.path("messages")) {
                JsonNode message = at(reference);
                byType.put(message.path("name").asText(), message(file, reference, message));
            }
            channels.put(channel.path("address").asText(), byType);
        }
    }

    private Message message(Path file, JsonNode reference, JsonNode message) throws IOException {
        String pointer = reference.path("$ref").asText();
        String payload = message.path("payload").path("schema").path("$ref").asText();
        return new Message(
                message.path("name").asText(),
                inside(pointer + "/headers"),
                inside(pointer + "/bindings/kafka/key"),
                FACTORY.getSchema(
                        closed(JSON.readTree(file.resolveSibling(payload).toFile())), CHECK_FORMATS));
    }

    /**
     * A message.
     *
     * @param type the value of its {@code ce_type}
     * @param headers what its headers must be
     * @param key what its key must be
     * @param payload what its value must be; it has no room for members the schema does not list
     */
    record Message(String type, JsonSchema headers, JsonSchema key, JsonSchema payload) {

        List<String> faults(Map<String, String> itsHeaders, String itsKey, JsonNode value) {
            List<String> faults = new ArrayList<>();
            Stream.of(
                            headers.validate(JSON.valueToTree(itsHeaders)),
                            key.validate(JSON.valueToTree(itsKey)),
                            payload.validate(value))
                    .flatMap(found -> found.stream().map(ValidationMessage::getMessage))
                    .forEach(faults::add);
            return faults;
        }
    }

    /** Topics to subscribe to. */
    List<String> addresses() {
        return List.copyOf(channels.keySet());
    }

    /** The messages of a topic by type; other types are to be ignored. */
    Map<String, Message> messages(String address) {
        return channels.getOrDefault(address, Map.of());
    }

    /** The settings a consumer must have. @param group its group, one of its own */
    Properties settings(String group) {
        String allowed = document.at("/components/operationBindings/consumer/kafka/groupId/pattern")
                .asText();
        if (!group.matches(allowed)) {
            throw new IllegalArgumentException("not a group for subscribers: " + group);
        }
        Properties settings = new Properties();
        settings.setProperty("group.id", group);
        document.path("x-consumer-settings")
                .fields()
                .forEachRemaining(each ->
                        settings.setProperty(each.getKey(), each.getValue().asText()));
        return settings;
    }

    private JsonNode at(JsonNode reference) {
        return document.at(reference.path("$ref").asText().substring(1));
    }

    /** The schema at a place of the document, whose references lead to other places of it. */
    private JsonSchema inside(String pointer) {
        ObjectNode schema = JSON.createObjectNode();
        schema.set("components", document.path("components"));
        schema.put("$ref", pointer);
        return FACTORY.getSchema(schema, CHECK_FORMATS);
    }

    private static JsonNode closed(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            List.of("properties", "$defs").forEach(many -> object.path(many).forEach(Contract::closed));
            List.of("items", "additionalProperties").forEach(one -> closed(object.path(one)));
            if (object.has("properties") && !object.has("additionalProperties")) {
                object.put("additionalProperties", false);
            }
        }
        return schema;
    }
}
