package io.wirecase.platform.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EventHeaders;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.Topic;
import io.wirecase.core.wire.Topics;
import io.wirecase.platform.testing.Schemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The document that subscribers read and the catalogs that the services use say the same. */
class AsyncApiTest {

    private final JsonNode document = read();

    @Test
    void everyChannelIsAPublicTopicAndTheOthersAreSaidToBeReserved() throws IOException {
        Map<String, Topic> open =
                Topics.all().stream().filter(Topic::publicContract).collect(Collectors.toMap(Topic::name, t -> t));
        String guide = Files.readString(Schemas.docs().resolve("subscribe.md"));

        for (JsonNode channel : document.path("channels")) {
            Topic topic = open.remove(channel.path("address").asText());
            assertThat(topic).as(channel.path("address").asText()).isNotNull();
            JsonNode configuration = channel.path("bindings").path("kafka").path("topicConfiguration");
            assertThat(configuration.path("cleanup.policy").path(0).asText())
                    .isEqualToIgnoringCase(topic.cleanup().name());
            assertThat(topic.config().getOrDefault("retention.ms", "-1"))
                    .isEqualTo(configuration.path("retention.ms").asText("-1"));
        }
        assertThat(open.keySet())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(guide).as("reserved").contains("`" + name + "`"));
    }

    @Test
    void everyPublishedEventIsAMessageWithItsSchema() {
        Map<String, String> messages = new TreeMap<>();
        document.path("components").path("messages").forEach(message -> {
            String file = message.path("payload").path("schema").path("$ref").asText();
            assertThat(Schemas.docs().resolve(file)).exists();
            messages.put(message.path("name").asText(), file);
        });

        assertThat(messages)
                .isEqualTo(published().stream()
                        .collect(Collectors.toMap(EventType::type, t -> "./schemas/" + Schemas.name(t) + ".json")));
    }

    @Test
    void theHeadersThatServicesWriteAreThoseOfTheDocument() {
        Map<String, String> writers = Map.of(
                "captureState", "capture",
                "enrichedAlert", "enrichment",
                "captureEnd", "enrichment",
                "reportReady", "report",
                "sighting", "detection",
                "suppression", "report");
        List<String> faults = new ArrayList<>();
        writers.forEach((message, service) -> {
            EventType type =
                    EventType.of(message(message).path("name").asText()).orElseThrow();
            faults.addAll(headerFaults(message, EventHeaders.of(type, "1", service)));
        });

        assertThat(faults).isEmpty();
        assertThat(headerFaults("captureEnd", EventHeaders.of(EventType.ENRICHED_ALERT, "1", "enrichment")))
                .isNotEmpty();
    }

    @Test
    void groupsOfTheProductAreNotForSubscribers() {
        String pattern = document.at("/components/operationBindings/consumer/kafka/groupId/pattern")
                .asText();

        assertThat("wirecase-report-alerts").doesNotMatch(pattern);
        assertThat("siem").matches(pattern);
    }

    private static Set<EventType> published() {
        return Set.of(EventType.values()).stream()
                .filter(type -> type.dataSchema().isPresent())
                .collect(Collectors.toSet());
    }

    private JsonNode message(String name) {
        return document.path("components").path("messages").path(name);
    }

    private List<String> headerFaults(String message, Map<String, String> headers) {
        ObjectNode schema = Codec.json().createObjectNode();
        schema.set("components", document.path("components"));
        schema.put("$ref", "#/components/messages/" + message + "/headers");
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(Codec.json().valueToTree(headers))
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static JsonNode read() {
        try {
            return YAMLMapper.builder()
                    .build()
                    .readTree(Schemas.docs().resolve("asyncapi.yaml").toFile());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
