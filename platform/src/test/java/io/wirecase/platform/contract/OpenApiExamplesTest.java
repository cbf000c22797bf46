package io.wirecase.platform.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.wirecase.core.wire.Codec;
import io.wirecase.platform.testing.OpenApi;
import io.wirecase.platform.testing.Schemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples of the description of the REST API are what it says they are, and none is missing. */
class OpenApiExamplesTest {

    private static final Pattern PROBLEM_IN_CODE =
            Pattern.compile("(?:Problem\\.of|problem)\\(\\s*\\w+,\\s*\"([a-z-]+)\"");
    private static final String NO_CONTENT = "204";
    private static final String KINDS = "urn:wirecase:problem:";

    private final OpenApi api = OpenApi.published();
    private final List<String> faults = new ArrayList<>();

    @Test
    void everyExampleIsAcceptedByItsSchema() {
        int[] checked = {0};
        contents().forEach(content -> {
            for (JsonNode example : content.path("examples")) {
                JsonNode value = value(api.followed(example).path("value"));
                api.faults(content.path("schema"), value).forEach(fault -> faults.add(value + ": " + fault));
                checked[0]++;
            }
        });

        assertThat(faults).isEmpty();
        assertThat(checked[0]).isGreaterThan(30);
    }

    @Test
    void everyOperationAndEveryErrorHasAnExample() {
        api.document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String name = operation.getKey() + " " + path.getKey();
                    boolean shown = false;
                    for (var response : operation.getValue().path("responses").properties()) {
                        shown |= response.getKey().equals(NO_CONTENT);
                        JsonNode content = api.followed(response.getValue()).path("content");
                        boolean problem = content.has(OpenApi.problem());
                        for (JsonNode body : content) {
                            shown |= !problem && body.has("examples");
                            if (problem && !body.has("examples")) {
                                faults.add(name + " " + response.getKey() + " has no example");
                            }
                        }
                    }
                    if (!shown) {
                        faults.add(name + " has no example of what it answers");
                    }
                }));

        assertThat(faults).isEmpty();
    }

    @Test
    void everyKindOfProblemInTheCodeIsShownAndNoOther() throws IOException {
        Set<String> written = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Schemas.docs().getParent())) {
            sources.filter(file ->
                            file.toString().endsWith(".java") && file.toString().contains("src/main"))
                    .forEach(file -> kinds(file, written));
        }
        // What the framework itself refuses is named by the status' own phrase.
        written.addAll(Set.of("unsupported-media-type"));
        Set<String> shown = new TreeSet<>();
        for (JsonNode example : api.document().path("components").path("examples")) {
            String type = example.path("value").path("type").asText();
            if (type.startsWith(KINDS)) {
                shown.add(type.substring(KINDS.length()));
            }
        }

        assertThat(shown).isEqualTo(written);
    }

    private static void kinds(Path file, Set<String> kinds) {
        try {
            Matcher matcher = PROBLEM_IN_CODE.matcher(Files.readString(file));
            while (matcher.find()) {
                kinds.add(matcher.group(1));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Bodies of requests and answers, wherever they stand. */
    private List<JsonNode> contents() {
        List<JsonNode> found = new ArrayList<>();
        api.document().findValues("content").forEach(content -> content.forEach(found::add));
        return found;
    }

    /** An example's value, whose members may refer to others. */
    private JsonNode value(JsonNode value) {
        if (value.isArray()) {
            ArrayNode whole = Codec.json().createArrayNode();
            value.forEach(entry -> whole.add(api.followed(entry)));
            return whole;
        }
        return value;
    }
}
