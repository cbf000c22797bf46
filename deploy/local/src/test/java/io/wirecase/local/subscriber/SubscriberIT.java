package io.wirecase.local.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.wirecase.local.e2e.RunningStack;
import io.wirecase.local.stack.Await;
import io.wirecase.local.stack.Part;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.fixture.Fixture;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else's program reads what the real services publish. */
@ExtendWith(RunningStack.class)
class SubscriberIT {

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final String ALERTS = "wirecase.enriched-alerts";
    private static final int CLIENTS = 250;
    private static final int EXCHANGES = 120;

    private final Path docs =
            Path.of(System.getProperty("wirecase.checkout", "../..")).resolve("docs");

    @TempDir
    Path folder;

    @Test
    void everyEventOfALargeRunIsReadAndIsAsTheDocumentSays(RunningStack.Stack stack)
            throws IOException, InterruptedException {
        try (Subscriber subscriber = subscriber(stack, "large-run")) {
            String capture = send(stack, new Crowd(CLIENTS, EXCHANGES), "crowd");

            Received received = all(subscriber, capture);

            assertThat(received.faults()).isEmpty();
            assertThat(received.alerts(capture)).hasSizeGreaterThanOrEqualTo(CLIENTS * EXCHANGES);
            assertThat(received.alerts(capture))
                    .hasSize(exported(stack, capture).size());
            assertThat(received.captures().get(capture).path("state").asText()).isEqualTo("COMPLETED");
            System.getLogger("wirecase").log(System.Logger.Level.INFO, received.counts() + ", " + received.others());
        }
    }

    @Test
    void whateverACaptureHoldsItsEventsAreAsTheDocumentSays(RunningStack.Stack stack)
            throws IOException, InterruptedException {
        try (Subscriber subscriber = subscriber(stack, "every-fixture")) {
            List<String> captures = new ArrayList<>();
            for (Fixture fixture : Fixtures.all()) {
                captures.add(send(stack, fixture, "held-against-schema-" + fixture.name()));
            }

            for (String capture : captures) {
                all(subscriber, capture);
            }

            assertThat(subscriber.poll().faults()).isEmpty();
        }
    }

    /** With {@code -Dwirecase.examples=write} the files are written anew instead. */
    @Test
    void theExamplesAreWhatIsPublished(RunningStack.Stack stack) throws IOException, InterruptedException {
        Examples examples = new Examples(docs);
        Map<String, Received.Event> shown = new TreeMap<>();
        try (Subscriber subscriber = subscriber(stack, "examples")) {
            String capture = send(stack, Fixtures.named("A1"), "documents");
            subscriber.watch(event -> choose(event, capture, shown));
            all(subscriber, capture);
            String report = report(stack, capture);
            assertThat(Await.until(() -> subscriber.poll().reports().containsKey(report), LIMIT))
                    .isTrue();
            String rule = rule(stack);
            assertThat(Await.until(() -> ruled(subscriber, shown, rule), LIMIT)).isTrue();
            assertThat(subscriber.poll().faults()).isEmpty();
        }

        assertThat(shown).hasSize(6);
        for (Received.Event event : shown.values()) {
            if ("write".equals(System.getProperty("wirecase.examples"))) {
                examples.write(event);
            }
            assertThat(Examples.lasting(Files.readString(examples.file(event.type()))))
                    .isEqualTo(Examples.lasting(Examples.text(event)));
        }
    }

    /** The same ones every time: the finished capture, its first alert and the markers that announce any. */
    private static void choose(Received.Event event, String capture, Map<String, Received.Event> shown) {
        JsonNode data = event.data();
        boolean its = data.toString().contains(capture)
                || data.at("/match/site").asText().equals("documents");
        boolean wanted = switch (event.type()) {
            case "io.wirecase.capture.state.v1" -> data.path("state").asText().equals("COMPLETED");
            case "io.wirecase.alert.enriched.v1" ->
                !shown.containsKey(event.type())
                        || eventNanos(data) < eventNanos(shown.get(event.type()).data());
            case "io.wirecase.capture.end.v1" -> data.path("alerts").asLong() > 0;
            case "io.wirecase.host.sighted.v1" ->
                data.path("kind").asText().equals("ASKED_NAME") && before(data, shown.get(event.type()));
            default -> true;
        };
        if (its && wanted) {
            shown.put(event.type(), event);
        }
    }

    private static boolean ruled(Subscriber subscriber, Map<String, Received.Event> shown, String rule) {
        subscriber.poll();
        return shown.values().stream().anyMatch(event -> event.key().equals(rule));
    }

    private static String rule(RunningStack.Stack stack) {
        Response made = stack.user()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "match",
                        Map.of(
                                "source", "192.0.2.0/24",
                                "name", "*.example.org",
                                "code", "http_suspicious_user_agent",
                                "site", "documents"),
                        "reason",
                        "Our own status poll sends no User-Agent.",
                        "owner",
                        "network team",
                        "tripwires",
                        Map.of(
                                "size", Map.of("maxBytes", 20_000),
                                "status", Map.of("expected", List.of("http:200", "http:204")))))
                .post("/api/v1/suppressions");
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return made.path("id");
    }

    private static boolean before(JsonNode sighting, Received.@Nullable Event other) {
        return other == null
                || sighting.path("value")
                                .asText()
                                .compareTo(other.data().path("value").asText())
                        < 0;
    }

    private static long eventNanos(JsonNode enriched) {
        return enriched.path("alert").path("eventNanos").asLong();
    }

    private Subscriber subscriber(RunningStack.Stack stack, String group) throws IOException {
        return new Subscriber(
                new Contract(docs.resolve("asyncapi.yaml")), "127.0.0.1:" + stack.port(Part.BROKER), group);
    }

    private static Received all(Subscriber subscriber, String capture) throws InterruptedException {
        int partitions = subscriber.partitions(ALERTS);
        boolean complete = Await.until(() -> subscriber.poll().complete(capture, 1, partitions), LIMIT);
        Received received = subscriber.poll();
        assertThat(complete)
                .as("%s, %s, %s", received.counts(), received.others(), received.faults())
                .isTrue();
        return received;
    }

    private String send(RunningStack.Stack stack, Fixture fixture, String site) throws IOException {
        Path file = folder.resolve(fixture.name() + ".pcap");
        fixture.write(file, CaptureFormat.PCAP, Settings.DEFAULT);
        Response answer = stack.user()
                .contentType(ContentType.BINARY)
                .queryParam("name", file.getFileName().toString())
                .queryParam("site", site)
                .body(file.toFile())
                .post("/api/v1/captures");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.path("id");
    }

    private static List<String> exported(RunningStack.Stack stack, String capture) throws InterruptedException {
        String report = report(stack, capture);
        return stack.user()
                .queryParam("report", report)
                .get("/api/v1/alerts")
                .asString()
                .lines()
                .toList();
    }

    /** A report is made once everything of its capture is stored. */
    private static String report(RunningStack.Stack stack, String capture) throws InterruptedException {
        Response asked = stack.user()
                .contentType(ContentType.JSON)
                .body(Map.of("captures", List.of(capture)))
                .post("/api/v1/reports");
        String id = asked.path("id");
        String place = "/api/v1/reports/" + id;
        assertThat(Await.until(
                        () -> stack.user().accept(ContentType.JSON).get(place).statusCode() != 202, LIMIT))
                .isTrue();
        return id;
    }
}
