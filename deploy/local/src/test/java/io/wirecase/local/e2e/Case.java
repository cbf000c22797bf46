package io.wirecase.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.wirecase.local.stack.Await;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A capture on its way to a report, step by step, over REST alone. */
final class Case {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int BUILDING = 202;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunningStack.Stack stack;
    private final String id;
    private @Nullable String place;
    private @Nullable JsonNode report;

    private Case(RunningStack.Stack stack, String id) {
        this.stack = stack;
        this.id = id;
    }

    static Case send(RunningStack.Stack stack, Path capture, String site) {
        Response answer = stack.user()
                .contentType(ContentType.BINARY)
                .queryParam("name", capture.getFileName().toString())
                .queryParam("site", site)
                .body(capture.toFile())
                .post("/api/v1/captures");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.header("Location")).isNotEmpty();
        return new Case(stack, answer.path("id"));
    }

    static Path write(Path folder, String fixture, Settings settings) {
        Path file = folder.resolve(
                fixture + "-" + settings.seed() + "-" + settings.start().getEpochSecond() + ".pcap");
        try {
            Fixtures.named(fixture).write(file, CaptureFormat.PCAP, settings);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        return file;
    }

    String id() {
        return id;
    }

    JsonNode state() {
        return json(stack.user().get("/api/v1/captures/" + id));
    }

    /** Asks for a report and waits until it is there or refused; a second call answers with the first one's. */
    synchronized JsonNode report() throws InterruptedException {
        JsonNode known = report;
        if (known == null) {
            known = build();
            report = known;
        }
        return known;
    }

    /** The report in a form, once {@link #report} has it. */
    Response as(String mediaType) throws InterruptedException {
        report();
        Response answer = stack.user().accept(mediaType).get(Objects.requireNonNull(place));
        assertThat(answer.statusCode()).as(mediaType).isEqualTo(200);
        return answer;
    }

    private JsonNode build() throws InterruptedException {
        Response asked = stack.user()
                .contentType(ContentType.JSON)
                .body(Map.of("captures", List.of(id)))
                .post("/api/v1/reports");
        assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(BUILDING);
        String where = asked.header("Location").replaceFirst("^https?://[^/]*", "");
        place = where;
        AtomicReference<Response> last = new AtomicReference<>();
        boolean over = Await.until(
                () -> {
                    Response answer = stack.user().accept(ContentType.JSON).get(where);
                    last.set(answer);
                    return answer.statusCode() != BUILDING;
                },
                LIMIT);
        String said = last.get().asString();
        assertThat(over).as("still building: " + said).isTrue();
        assertThat(last.get().statusCode()).as(said).isEqualTo(200);
        String page = stack.user().accept(ContentType.HTML).get(where).asString();
        assertThat(page.lines().findFirst().orElse("")).startsWithIgnoringCase("<!doctype html>");
        return json(last.get());
    }

    /** Flows or alerts as exported, one object each. */
    List<JsonNode> export(String what) {
        Response answer = stack.user().queryParam("capture", id).get("/api/v1/" + what);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        List<JsonNode> lines = new ArrayList<>();
        answer.asString().lines().forEach(line -> lines.add(read(line)));
        return lines;
    }

    private static JsonNode json(Response answer) {
        return read(answer.asString());
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException notJson) {
            throw new UncheckedIOException("not JSON: " + text, notJson);
        }
    }
}
