package io.wirecase.report.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirecase.report.fixture.Fixtures;
import io.wirecase.report.fixture.Household;
import io.wirecase.report.input.CaseInput;
import io.wirecase.report.input.ReportScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/coverage.md to its word. */
class CoverageTest {

    private static final Map<String, Integer> ROWS = Map.of("A", 93, "B", 52, "AX", 29, "BX", 26);
    private static final Pattern ROW = Pattern.compile("\\| ([ABX]{1,2})-(\\d+) \\| (.+) \\|");
    private static final Pattern PATH = Pattern.compile("`([^`]+)`");
    private static final Pattern CODE = Pattern.compile("code: (\\w+)");
    private static final Pattern TEST = Pattern.compile("`(\\w+)(?:#(\\w+))?`");

    private final Path root = root();
    private final List<Row> rows = rows();
    private final Map<String, Path> tests = classes("src/test/java");
    private final Map<String, Path> code = classes("src/main/java");

    /** A row. @param where the place, {@code in} the report it is checked in, {@code shown} the test */
    private record Row(String id, String what, String where, String in, String shown) {}

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.exists(here.resolve(".mvn"))) {
            here = here.getParent();
        }
        assertThat(here).as("this test runs inside a checkout").isNotNull();
        return here;
    }

    private List<Row> rows() {
        List<Row> all = new ArrayList<>();
        for (String line : text(root.resolve("docs/coverage.md")).lines().toList()) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                String[] cells = row.group(3).split(" \\| ", -1);
                int n = cells.length;
                assertThat(n).as(line).isGreaterThanOrEqualTo(4);
                all.add(new Row(row.group(1) + "-" + row.group(2), cells[0], cells[n - 3], cells[n - 2], cells[n - 1]));
            }
        }
        return all;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Map<String, Path> classes(String folder) {
        Map<String, Path> found = new HashMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(p -> p.toString().endsWith(".java"))
                    .filter(p -> root.relativize(p).toString().contains(folder))
                    .filter(p -> !root.relativize(p).toString().contains("target/"))
                    .forEach(p -> found.put(p.getFileName().toString().replace(".java", ""), p));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return found;
    }

    private static JsonNode report(CaseInput input) {
        BuiltReport built = new ReportEngine().build(input);
        assertThat(built.refusals()).isEmpty();
        return built.report();
    }

    @Test
    void everyRowIsThereOnceAndInOrder() {
        ROWS.forEach((group, n) -> assertThat(rows.stream()
                        .map(Row::id)
                        .filter(id -> id.replaceAll("-\\d+", "").equals(group)))
                .as(group)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, n)
                        .mapToObj(i -> group + "-" + i)
                        .toList()));
    }

    @Test
    void everyRowSaysWhatItIsWhereItIsAndWhatShowsIt() {
        for (Row row : rows) {
            assertThat(row.what()).as(row.id()).hasSizeGreaterThan(3);
            assertThat(PATH.matcher(row.where()).find())
                    .as("%s: %s", row.id(), row.where())
                    .isTrue();
            assertThat(row.in()).as(row.id()).isIn("home", "scan");
            assertThat(TEST.matcher(row.shown()).matches())
                    .as("%s: %s", row.id(), row.shown())
                    .isTrue();
        }
    }

    @Test
    void everyPathIsFilledInItsReport() {
        Map<String, JsonNode> reports =
                Map.of("home", report(Household.together()), "scan", report(Fixtures.scan(ReportScope.ALL)));
        List<String> empty = new ArrayList<>();
        for (Row row : rows) {
            JsonNode report = reports.get(row.in());
            Matcher path = PATH.matcher(row.where());
            while (path.find()) {
                if (report == null || JsonPath.find(report, path.group(1)).isEmpty()) {
                    empty.add(row.id() + " " + path.group(1));
                }
            }
        }
        assertThat(empty).isEmpty();
    }

    @Test
    void everyTestIsInTheSources() {
        List<String> missing = new ArrayList<>();
        for (Row row : rows) {
            Matcher test = TEST.matcher(row.shown());
            if (test.matches()) {
                Path file = tests.get(test.group(1));
                boolean found =
                        file != null && (test.group(2) == null || text(file).contains("void " + test.group(2) + "("));
                if (!found) {
                    missing.add(row.id() + " " + row.shown());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyClassThatHoldsARuleIsInTheSources() {
        List<String> missing = new ArrayList<>();
        for (Row row : rows) {
            Matcher named = CODE.matcher(row.where());
            while (named.find()) {
                if (!code.containsKey(named.group(1))) {
                    missing.add(row.id() + " " + named.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyDefectThatASentenceShowsIsInTheTableOfSentences() {
        String sentences = text(tests.get("SeedSentencesTest"));
        List<String> without = rows.stream()
                .filter(r -> r.shown().contains("SeedSentencesTest"))
                .filter(r -> r.id().contains("X"))
                .map(Row::id)
                .filter(id -> !sentences.contains(" " + id + " | "))
                .toList();
        assertThat(without).isEmpty();
    }
}
