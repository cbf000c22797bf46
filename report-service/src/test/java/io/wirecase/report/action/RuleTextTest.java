package io.wirecase.report.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.report.engine.BuiltReport;
import io.wirecase.report.engine.ReportEngine;
import io.wirecase.report.fixture.Fixtures;
import io.wirecase.report.fixture.Fixtures.Twist;
import io.wirecase.report.input.CaseInput;
import io.wirecase.report.input.ReportScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RuleTextTest {

    /** A rule: action, protocol, ends and options, each ended by a semicolon (Suricata's rule format). */
    private static final Pattern RULE = Pattern.compile("alert (tcp|http|tls) (\\S+) any -> (\\S+) (\\S+)"
            + " \\(((?:[a-z_.]+(?::!?(?:\"[^\";\\\\]*\"|[^;\"]*))?; ?)+)\\)");

    private static final Set<String> KEYWORDS = Set.of(
            "msg",
            "flow",
            "flags",
            "flowbits",
            "detection_filter",
            "content",
            "http.host",
            "http.method",
            "http.stat_code",
            "tls.sni",
            "sid",
            "rev");

    @Test
    void everyRuleHasTheShapeOfARuleAndKeywordsThatThereAre() {
        for (CaseInput input : List.of(
                Fixtures.poll(Twist.NONE, Fixtures.START),
                Fixtures.poll(Twist.BODY, Fixtures.START),
                Fixtures.poll(Twist.TWIN, Fixtures.START),
                Fixtures.scan(ReportScope.ALL))) {
            List<String> rules = rules(input);
            assertThat(rules).isNotEmpty();
            Set<String> sids = new TreeSet<>();
            for (String rule : rules) {
                Matcher parts = RULE.matcher(rule);
                assertThat(parts.matches()).as(rule).isTrue();
                Matcher option = Pattern.compile("([a-z_.]+)(?::!?(?:\"[^\"]*\"|[^;\"]*))?; ?")
                        .matcher(parts.group(5));
                while (option.find()) {
                    assertThat(KEYWORDS).contains(option.group(1));
                    if (option.group(1).equals("sid")) {
                        assertThat(sids.add(option.group()))
                                .as("one identifier a rule")
                                .isTrue();
                    }
                }
                assertThat(rule).endsWith("rev:1;)");
            }
        }
    }

    @Test
    void aNameThatCouldEndAQuotationIsInNoRule() {
        for (String name : List.of("a\"; sid:1;) alert", "x;y.example", "a b.example")) {
            assertThat(rules(Fixtures.named(name))).noneMatch(r -> r.contains("http.host"));
        }
    }

    private static List<String> rules(CaseInput input) {
        BuiltReport built = new ReportEngine().build(input);
        assertThat(built.refusals()).isEmpty();
        List<String> rules = new ArrayList<>();
        built.report().path("actions").forEach(action -> {
            String text = action.path("description").asText();
            int at = text.indexOf("sensor: alert ");
            if (at >= 0) {
                for (String rule : text.substring(at + "sensor: ".length()).split("(?<=rev:1;\\)) ")) {
                    rules.add(rule);
                }
            }
        });
        return rules;
    }
}
