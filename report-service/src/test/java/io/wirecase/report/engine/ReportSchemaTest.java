package io.wirecase.report.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.platform.testing.Schemas;
import io.wirecase.report.fixture.Fixtures;
import io.wirecase.report.fixture.Fixtures.Twist;
import io.wirecase.report.fixture.Household;
import io.wirecase.report.input.CaseInput;
import io.wirecase.report.input.ReportScope;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every report of every fixture is what the published schema says, and the schema promises nothing that never comes.
 */
class ReportSchemaTest {

    private static final String SCHEMA = "report.v1";
    private static final Pattern LITERAL = Pattern.compile("\"(\\w+)\"");

    @Test
    void everyReportIsAcceptedByTheSchemaAndHasNoMemberItLacks() {
        Map<String, List<String>> faults = new TreeMap<>();
        reports().forEach((fixture, report) -> {
            List<String> found = Schemas.faults(SCHEMA, report);
            if (!found.isEmpty()) {
                faults.put(fixture, found);
            }
        });

        assertThat(faults).isEmpty();
    }

    /** What no fixture has (a capture that failed, for one) must at least be written somewhere in the code. */
    @Test
    void everyMemberOfTheSchemaIsDescribedAndComesFromTheCode() throws IOException {
        JsonNode schema = Schemas.read(SCHEMA);
        Set<String> written = new TreeSet<>();
        reports().values().forEach(report -> names(report, written));
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/io/wirecase/report/engine"))) {
            for (Path source : sources.toList()) {
                LITERAL.matcher(Files.readString(source)).results().forEach(found -> written.add(found.group(1)));
            }
        }
        List<String> faults = new ArrayList<>();
        listed(schema, "", written, faults);

        assertThat(faults).isEmpty();
    }

    private static void listed(JsonNode schema, String at, Set<String> written, List<String> faults) {
        schema.path("properties").properties().forEach(property -> {
            if (!property.getValue().has("description")) {
                faults.add(at + "/" + property.getKey() + " has no description");
            }
            if (!written.contains(property.getKey())) {
                faults.add(at + "/" + property.getKey() + " comes from nowhere");
            }
        });
        for (String below : List.of("properties", "$defs")) {
            schema.path(below)
                    .properties()
                    .forEach(one -> listed(one.getValue(), at + "/" + one.getKey(), written, faults));
        }
        if (schema.has("items")) {
            listed(schema.path("items"), at, written, faults);
        }
    }

    private static void names(JsonNode node, Set<String> names) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(names::add);
        }
        node.forEach(child -> names(child, names));
    }

    private static Map<String, JsonNode> reports() {
        Map<String, CaseInput> inputs = new TreeMap<>();
        for (Twist twist : Twist.values()) {
            inputs.put("poll " + twist, Fixtures.poll(twist, Fixtures.START));
        }
        long later = Fixtures.START + 3_600_000_000_000L;
        ReportScope narrow = new ReportScope(Fixtures.START, later, 20, List.of(Fixtures.MACHINE), List.of());
        inputs.put("scan", Fixtures.scan(ReportScope.ALL));
        inputs.put("scan in a scope", Fixtures.scan(narrow));
        inputs.put("named", Fixtures.named("<b>\u202e.example"));
        for (Class<?> fixtures : List.of(Fixtures.class, Household.class)) {
            Arrays.stream(fixtures.getDeclaredMethods())
                    .filter(m -> m.getReturnType() == CaseInput.class && m.getParameterCount() == 0)
                    .forEach(m -> inputs.put(m.getName(), made(m)));
        }
        Map<String, JsonNode> reports = new TreeMap<>();
        inputs.forEach((name, input) -> {
            BuiltReport built = new ReportEngine().build(input);
            assertThat(built.refusals()).as(name).isEmpty();
            reports.put(name, built.report());
        });
        return reports;
    }

    private static CaseInput made(Method fixture) {
        try {
            return (CaseInput) fixture.invoke(null);
        } catch (ReflectiveOperationException notPublic) {
            throw new IllegalStateException(notPublic);
        }
    }
}
