package io.wirecase.platform.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.intel.Sighting;
import io.wirecase.core.suppression.Suppression;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.core.wire.EventHeaders;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.ReportReady;
import io.wirecase.platform.testing.Schemas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The records that travel and the schemas of them say the same. */
class SchemasTest {

    private static final Map<EventType, Class<? extends Record>> PUBLISHED = Map.of(
            EventType.CAPTURE_STATE, CaptureState.class,
            EventType.CAPTURE_END, EndMarker.class,
            EventType.ENRICHED_ALERT, EnrichedAlert.class,
            EventType.REPORT_READY, ReportReady.class,
            EventType.SIGHTING, Sighting.class,
            EventType.SUPPRESSION, Suppression.class);

    @ParameterizedTest
    @EnumSource(
            value = EventType.class,
            names = {"CAPTURE_STATE", "CAPTURE_END", "ENRICHED_ALERT", "REPORT_READY", "SIGHTING", "SUPPRESSION"})
    void everyMemberOfAnEventIsInItsSchemaAndNothingElse(EventType type) {
        JsonNode schema = Schemas.read(Schemas.name(type));

        assertThat(RecordsAgainstSchema.faults(PUBLISHED.get(type), schema)).isEmpty();
        assertThat(schema.path("$id").asText())
                .isEqualTo(type.dataSchema().orElseThrow())
                .isEqualTo(EventHeaders.of(type, "1", "test").get(EventHeaders.SCHEMA));
    }

    @Test
    void exactlyThePublishedEventsHaveASchema() {
        assertThat(Arrays.stream(EventType.values()).filter(t -> t.dataSchema().isPresent()))
                .containsExactlyInAnyOrderElementsOf(PUBLISHED.keySet());
    }

    @Test
    void aSchemaThatLagsBehindItsRecordIsFoundOut() {
        ObjectNode schema = (ObjectNode) Schemas.read("capture.end.v1");
        ((ObjectNode) schema.path("properties")).remove("site");
        ((ObjectNode) schema.path("properties")).putObject("invented").put("type", "string");
        ((ObjectNode) schema.path("properties").path("flows")).put("type", "string");

        assertThat(RecordsAgainstSchema.faults(EndMarker.class, schema))
                .contains(
                        "EndMarker.site is new: the schema has no such member",
                        "EndMarker.invented is in the schema alone",
                        "EndMarker.flows is of type 'integer', by the schema 'string'");
    }

    @Test
    void aMemberThatTheSchemaLacksIsNamed() {
        ObjectNode marker = Codec.json().valueToTree(new EndMarker(new UUID(1, 2), 1, "office", 0, 4, 7, 2L));

        assertThat(Schemas.faults("capture.end.v1", marker)).isEmpty();
        assertThat(Schemas.faults("capture.end.v1", marker.deepCopy().put("surprise", 1)))
                .singleElement()
                .asString()
                .contains("surprise");
    }

    @Test
    void everyDefinitionOfASchemaIsUsed() {
        List<String> idle = new ArrayList<>();
        for (EventType type : PUBLISHED.keySet()) {
            JsonNode schema = Schemas.read(Schemas.name(type));
            List<String> references = schema.findValuesAsText("$ref");
            schema.path("$defs").fieldNames().forEachRemaining(name -> {
                if (!references.contains("#/$defs/" + name)) {
                    idle.add(type + " " + name);
                }
            });
        }
        assertThat(idle).isEmpty();
    }
}
