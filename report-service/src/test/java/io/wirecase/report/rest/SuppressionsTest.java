package io.wirecase.report.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.suppression.Suppression;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.Topics;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.platform.kafka.ClientDefaults;
import io.wirecase.platform.kafka.KafkaHeaders;
import io.wirecase.platform.testing.OpenApi;
import io.wirecase.platform.testing.Schemas;
import io.wirecase.report.testing.Await;
import io.wirecase.report.testing.Parts;
import io.wirecase.report.testing.Sample;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules over the real API, database and broker. */
@QuarkusTest
@QuarkusTestResource(Parts.class)
class SuppressionsTest {

    private static final String RULES = SuppressionsResource.PATH;
    private static final String ONE = RULES + "/{id}";

    private final OpenApi published = OpenApi.published();

    @Test
    void aRuleIsMadeReadChangedAndRemovedAsDescribed() {
        Response made = post(RULES, rule("\"port\": 4444", ""));
        assertThat(faults("post " + RULES, made, 201)).isEmpty();
        String place = made.header("Location").replaceFirst("https?://[^/]+", "");
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        assertThat(faults("get " + ONE, call().get(place), 200)).isEmpty();
        assertThat(faults("get " + RULES, call().get(RULES), 200)).isEmpty();

        String changed = call().get(place).asString().replace("4444", "4445");
        assertThat(faults("put " + ONE, put(place, null, changed), 428)).isEmpty();
        assertThat(faults("put " + ONE, put(place, "\"7\"", changed), 412)).isEmpty();
        Response second = put(place, "\"1\"", changed);
        assertThat(faults("put " + ONE, second, 200)).isEmpty();
        assertThat(second.header("ETag")).isEqualTo("\"2\"");
        assertThat(second.jsonPath().getInt("match.port")).isEqualTo(4445);
        assertThat(second.jsonPath().getString("created"))
                .isEqualTo(made.jsonPath().getString("created"));
        assertThat(put(place, "\"1\"", changed).statusCode()).isEqualTo(412);

        assertThat(faults("delete " + ONE, call().header("If-Match", "\"1\"").delete(place), 412))
                .isEmpty();
        assertThat(call().delete(place).statusCode()).isEqualTo(204);
        assertThat(faults("delete " + ONE, call().delete(place), 404)).isEmpty();
        assertThat(faults("get " + ONE, call().get(place), 404)).isEmpty();
        assertThat(faults("put " + ONE, put(place, "\"2\"", changed), 404)).isEmpty();
    }

    @Test
    void everyFaultOfARuleIsToldAtOnce() {
        Response refused = post(
                RULES,
                "{\"match\": {\"source\": \"example.org\", \"destination\": \"10.0.0.0/33\", \"name\": \"a b\","
                        + " \"port\": 70000, \"code\": \"No!\", \"site\": \"a\\u0007b\", \"colour\": 1},"
                        + " \"reason\": \" \", \"expires\": \"2001-01-01T00:00:00Z\", \"note\": 1,"
                        + " \"tripwires\": {\"size\": {}, \"status\": {\"expected\": [\"fine\"]},"
                        + " \"period\": {\"minSeconds\": 5}, \"peers\": [], \"mood\": {}}}");

        assertThat(faults("post " + RULES, refused, 400)).isEmpty();
        List<String> told = refused.jsonPath().getList("errors");
        for (String member : List.of(
                "match.source",
                "match.destination",
                "match.name",
                "match.port",
                "match.code",
                "match.site",
                "match.colour",
                "reason",
                "owner",
                "expires",
                "note",
                "tripwires.size",
                "tripwires.status.expected",
                "tripwires.period",
                "tripwires.peers",
                "tripwires.mood")) {
            assertThat(told).as(member).anyMatch(fault -> fault.contains("'" + member + "'"));
        }
        assertThat(post(RULES, "[]").statusCode()).isEqualTo(400);
        assertThat(post(RULES, "{\"match\": {\"port\": 4}}" + " ".repeat(1 << 16))
                        .statusCode())
                .isEqualTo(413);
        assertThat(call().contentType("text/plain").body("x").post(RULES).statusCode())
                .isEqualTo(415);
    }

    @Test
    void aRuleWithoutBoundsIsRefusedUnlessForced() {
        String wide = rule("\"source\": \"0.0.0.0/0\"", "");

        assertThat(faults("post " + RULES, post(RULES, wide), 422)).isEmpty();
        Response forced = post(RULES + "?force=true", wide);
        assertThat(forced.statusCode()).isEqualTo(201);
        call().delete(RULES + "/" + forced.path("id")).then().statusCode(204);
    }

    @Test
    void tripwiresWithoutValuesAreSetWhereTheStoredAlertsAreAndATrialTellsWhatWouldBeHidden() {
        Sample capture = Sample.capture(800);
        stored(capture, capture.flow(1, 1, true, "curl"));
        String wires = ", \"tripwires\": {\"size\": {\"factor\": 2}, \"peers\": {}}";

        Response trial = post(RULES + "/simulations", rule("\"code\": \"http_obsolete_server\"", wires));
        assertThat(faults("post " + RULES + "/simulations", trial, 200)).isEmpty();
        assertThat(trial.jsonPath().getInt("hidden")).isPositive();
        assertThat(trial.jsonPath().getInt("moved")).isZero();
        assertThat(trial.jsonPath().getLong("tripwires.size.usualBytes")).isEqualTo(276);
        assertThat(trial.jsonPath().getLong("tripwires.size.maxBytes")).isEqualTo(552);
        assertThat(trial.jsonPath().getList("tripwires.peers.known")).contains("connectivity-check.example");
        Response none = post(RULES, rule("\"site\": \"nowhere\"", wires));
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.jsonPath().getList("errors")).hasSize(2);
    }

    @Test
    void aRuleHidesWhatWasStoredBeforeItAndRemovingItBringsItBack() {
        Sample capture = Sample.capture(801);
        stored(capture, capture.flow(1));
        Deliveries deliveries = new Deliveries(capture);
        assertThat(alerts(capture, "")).hasSize(1);

        String id = post(RULES, rule("\"source\": \"192.168.1.0/24\", \"site\": \"office\", \"port\": 80", ""))
                .path("id");
        Response lines = call().get("/api/v1/alerts?capture=" + capture.captureId());
        assertThat(lines.asString()).isEmpty();
        assertThat(lines.header("Wirecase-Suppressed")).isEqualTo("1");
        assertThat(lines.header("Wirecase-Suppressed-By")).isEqualTo(id + "=1");
        assertThat(alerts(capture, "&suppressed=true"))
                .singleElement()
                .asString()
                .contains("\"hidden\":true");
        Response report = report(deliveries);
        assertThat(report.jsonPath().getInt("detections.total")).isZero();
        assertThat(report.jsonPath().getInt("detections.suppressed.alerts")).isEqualTo(1);
        assertThat(report.jsonPath().getInt("traffic.flows")).isEqualTo(1);

        call().delete(RULES + "/" + id).then().statusCode(204);
        assertThat(alerts(capture, "")).singleElement().asString().doesNotContain("hidden");
        assertThat(report(deliveries).jsonPath().getInt("detections.total")).isEqualTo(1);
    }

    @Test
    void everyChangeIsOnTheTopicWhenTheBrokerIsBack() throws Unreadable {
        Parts.broker().pause();
        String id;
        try {
            Response made = post(RULES, rule("\"port\": 5555", ""));
            assertThat(made.statusCode()).isEqualTo(201);
            id = made.path("id");
        } finally {
            Parts.broker().resume();
        }
        Await.until("the rule is on the topic", () -> latest().get(id) != null);
        ConsumerRecord<String, byte[]> record = latest().get(id);
        assertThat(KafkaHeaders.type(record.headers())).isEqualTo(Optional.of(EventType.SUPPRESSION));
        assertThat(Schemas.faults(EventType.SUPPRESSION, record.value())).isEmpty();
        assertThat(Codec.decode(record.value(), Suppression.class).match().port())
                .isEqualTo(5555);

        put(RULES + "/" + id, "\"1\"", rule("\"port\": 5556", "")).then().statusCode(200);
        Await.until(
                "the change is on the topic",
                () -> new String(latest().get(id).value(), StandardCharsets.UTF_8).contains("5556"));
        call().delete(RULES + "/" + id).then().statusCode(204);
        Await.until("the tombstone is on the topic", () -> latest().get(id).value() == null);
    }

    private static Map<String, ConsumerRecord<String, byte[]>> latest() {
        Map<String, ConsumerRecord<String, byte[]>> latest = new HashMap<>();
        var settings = ClientDefaults.consumer(Parts.bootstrap(), "rules-of-the-test");
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings)) {
            List<TopicPartition> all = consumer.partitionsFor(Topics.SUPPRESSIONS.name()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            var ends = consumer.endOffsets(all);
            while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> latest.put(record.key(), record));
            }
        }
        return latest;
    }

    private static void stored(Sample capture, Flow flow) {
        Deliveries deliveries = new Deliveries(capture);
        deliveries.upload(flow);
        deliveries.endAlerts(1);
        Await.until(
                "the alert is stored",
                () -> call().get("/api/v1/alerts?suppressed=true&capture=" + capture.captureId())
                                .asString()
                                .lines()
                                .count()
                        == 1);
    }

    private static Response report(Deliveries deliveries) {
        String place = deliveries.ask();
        Await.until(
                "the report is there",
                () -> call().accept("application/json").get(place).statusCode() != 202);
        Response report = call().accept("application/json").get(place);
        assertThat(report.statusCode()).as(report.asString()).isEqualTo(200);
        return report;
    }

    private static List<String> alerts(Sample capture, String more) {
        return call().get("/api/v1/alerts?capture=" + capture.captureId() + more)
                .asString()
                .lines()
                .toList();
    }

    private static String rule(String match, String more) {
        return "{\"match\": {" + match + "}, \"reason\": \"known \u2014 ours\", \"owner\": \"net team\"" + more + "}";
    }

    private List<String> faults(String operation, Response answer, int status) {
        assertThat(answer.statusCode()).as(operation + " " + answer.asString()).isEqualTo(status);
        return published.faults(operation, status, answer.contentType(), answer.asString());
    }

    private static Response post(String place, String body) {
        return call().contentType("application/json").body(body).post(place);
    }

    private static Response put(String place, @Nullable String tag, String body) {
        var request = call().contentType("application/json").body(body);
        return (tag == null ? request : request.header("If-Match", tag)).put(place);
    }

    private static RequestSpecification call() {
        return Deliveries.call();
    }
}
