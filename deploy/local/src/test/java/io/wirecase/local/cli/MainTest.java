package io.wirecase.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.local.stack.Home;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command line without a stack behind it. */
class MainTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream results = new ByteArrayOutputStream();

    @Test
    void aWrongCommandLineEndsWith64() {
        assertThat(execute("analyze")).isEqualTo(64);
        assertThat(execute("analyze", "--min-score", "high", "a.pcap")).isEqualTo(64);
        assertThat(execute("analyze", "--since", "yesterday", "a.pcap")).isEqualTo(64);
        assertThat(execute("analyze", "--fail-on", "odd", "a.pcap")).isEqualTo(64);
        assertThat(execute("analyse", "a.pcap")).isEqualTo(64);
        assertThat(execute("listen")).isEqualTo(64);
        assertThat(execute("listen", "nosuch0")).isEqualTo(64);
        assertThat(execute("listen", "lo", "--for", "soon")).isEqualTo(64);
        assertThat(execute("listen", "lo", "--buffer", "much")).isEqualTo(64);
        assertThat(execute()).isEqualTo(64);
    }

    @Test
    void aWrongRuleEndsWith64BeforeAnythingIsAsked() {
        assertThat(execute("suppressions")).isEqualTo(64);
        assertThat(execute("suppressions", "add", "--port", "22")).isEqualTo(64);
        assertThat(execute("suppressions", "add", "--reason", "r", "--port", "ssh"))
                .isEqualTo(64);
        assertThat(execute("suppressions", "add", "--reason", "r", "--tripwire", "speed=9"))
                .isEqualTo(64);
        assertThat(execute("suppressions", "add", "--reason", "r", "--expires", "someday"))
                .isEqualTo(64);
        assertThat(execute("suppressions", "remove")).isEqualTo(64);
        assertThat(execute("suppressions", "--help")).isZero();
        assertThat(execute("suppressions", "add", "--help")).isZero();
    }

    @Test
    void rulesOfAStackThatIsDownEndWith69() {
        assertThat(execute("suppressions", "list")).isEqualTo(69);
        assertThat(execute("suppressions", "simulate", "--port", "22")).isEqualTo(69);
    }

    @Test
    void tripwiresAreReadAsPeopleTypeThem() {
        ObjectNode wires = JsonMapper.builder().build().createObjectNode();
        for (String text : List.of("size=20k", "status=http:204, dns:0", "Period=240-360.5", "peers")) {
            new Wire.Reader().convert(text).put(wires);
        }
        assertThat(wires)
                .hasToString("{\"size\":{\"maxBytes\":20480},\"status\":{\"expected\":[\"http:204\",\"dns:0\"]},"
                        + "\"period\":{\"minSeconds\":240.0,\"maxSeconds\":360.5},\"peers\":{}}");
        ObjectNode factor = JsonMapper.builder().build().createObjectNode();
        new Wire.Reader().convert("size=2.5x").put(factor);
        assertThat(factor).hasToString("{\"size\":{\"factor\":2.5}}");
    }

    @Test
    void whatARuleSaysCannotMoveTheCursor() throws IOException {
        JsonNode rule = JsonMapper.builder().build().readTree("""
            {"id": "1", "match": {"name": "\\u001b[2Jx", "port": 22, "site": null}, "reason": "\\u001b]0;",
             "owner": "o",
             "expires": null, "tripwires": {"size": {"maxBytes": 7, "factor": null}, "status": null}}\
            """);
        List<String> lines = RuleLines.of(rule);
        assertThat(String.join("", lines)).doesNotContain("\u001b");
        assertThat(lines.getFirst()).endsWith("port=22");
        assertThat(lines.get(1)).endsWith("(o, no end)");
        assertThat(lines.get(2)).isEqualTo("    tripwire size maxBytes=7");
    }

    @Test
    void helpAndVersionEndWith0() {
        assertThat(execute("--help")).isZero();
        assertThat(execute("--version")).isZero();
        assertThat(execute("analyze", "--help")).isZero();
        assertThat(execute("listen", "--help")).isZero();
    }

    @Test
    void interfacesAreListedWithoutAStack() {
        assertThat(execute("interfaces")).isZero();
        assertThat(results.toString(StandardCharsets.UTF_8))
                .containsPattern("(?m)^lo\\d* +loopback +.*127\\.0\\.0\\.1");
    }

    @Test
    void timesAndSizesAreReadAsPeopleTypeThem() {
        assertThat(new Amounts.Time().convert("90s")).isEqualTo(Duration.ofSeconds(90));
        assertThat(new Amounts.Time().convert("10m")).isEqualTo(Duration.ofMinutes(10));
        assertThat(new Amounts.Time().convert("2H")).isEqualTo(Duration.ofHours(2));
        assertThat(new Amounts.Size().convert("64M")).isEqualTo(64L << 20);
        assertThat(new Amounts.Size().convert("16KiB")).isEqualTo(16L << 10);
        assertThat(new Amounts.Size().convert("1048576")).isEqualTo(1L << 20);
    }

    @Test
    void statusOfAStackThatIsDownSaysSoAndEndsWith0() {
        assertThat(execute("status", "--json")).isZero();
        assertThat(results.toString(StandardCharsets.UTF_8))
                .contains("\"baseUrl\" : null", "\"state\" : \"down\"", "wirecase.enriched-alerts");
    }

    @Test
    void downWithNothingRunningEndsWith0() {
        assertThat(execute("down", "--purge")).isZero();
        assertThat(folder).exists();
    }

    private int execute(String... arguments) {
        PrintStream out = new PrintStream(results, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Context context = new Context(new Home(folder, folder), new Terminal(out, err, false), "test");
        CommandLine line = Main.commandLine(context);
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setOut(new PrintWriter(err, true, StandardCharsets.UTF_8));
        return line.execute(arguments);
    }
}
