package io.wirecase.report.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.measurement.Measurement;
import io.wirecase.report.measurement.Outcome;
import io.wirecase.report.measurement.Ports;
import io.wirecase.report.measurement.SubPattern;
import java.util.Comparator;
import java.util.Locale;

/**
 * What a pattern's JSON says of what was measured: {@code ports}, {@code durations} (seconds), {@code timing},
 * {@code bursts}, {@code timeOfDay}, {@code automation}, {@code volume} (bytes a flow by direction and layer),
 * {@code outcomes}, {@code subPatterns} and, of behaviours, {@code breadth}.
 */
final class MeasurementJson {

    private static final int MOST_PORTS = 100;
    private static final String NO_FLOWS = "no flow of it is stored";

    private MeasurementJson() {}

    static void put(ObjectNode node, PatternCase c) {
        Facts facts = c.facts();
        Measurement.Shape shape = c.measured().shape();
        node.set("ports", shape == null ? Json.notMeasurable(NO_FLOWS) : ports(shape.ports()));
        node.set("durations", shape == null ? Json.notMeasurable(NO_FLOWS) : durations(shape, facts));
        node.set("timing", TimingJson.timing(c));
        node.set("bursts", TimingJson.bursts(c));
        node.set("timeOfDay", TimingJson.timeOfDay(c));
        node.set("automation", TimingJson.automation(c));
        node.set("volume", shape == null ? Json.notMeasurable(NO_FLOWS) : VolumeJson.of(shape, facts));
        node.set(
                "payloadEntropy", Json.notMeasurable("of payload, only that of ICMP messages and DNS labels is known"));
        ObjectNode outcomes = node.putObject("outcomes");
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome.name().toLowerCase(Locale.ROOT), c.measured().count(outcome));
        }
        node.set("subPatterns", subPatterns(c));
        if (c.pattern().key().isBehaviour()) {
            breadth(node.putObject("breadth"), c);
        }
    }

    private static ObjectNode durations(Measurement.Shape shape, Facts facts) {
        ObjectNode durations = Json.object();
        durations.put("class", Json.word(shape.durations().type()));
        Json.fact(durations, "median", facts, "durationMedian");
        Json.fact(durations, "max", facts, "durationMax");
        return durations;
    }

    private static void breadth(ObjectNode breadth, PatternCase c) {
        Facts facts = c.facts();
        Json.fact(breadth, "pairs", facts, "targetPairs");
        Json.fact(breadth, "hosts", facts, "targetHosts");
        Json.fact(breadth, "ports", facts, "targetPorts");
        breadth.put("attempts", c.measured().flows().size());
        breadth.put("failed", c.measured().failed());
        if (!c.measured().flows().isEmpty()) {
            breadth.put(
                    "failedShare",
                    (double) c.measured().failed() / c.measured().flows().size());
        }
    }

    private static ObjectNode ports(Ports ports) {
        ObjectNode node = Json.object();
        node.putObject("originator")
                .put("class", Json.word(ports.type()))
                .put("distinct", ports.originatorDistinct())
                .put("n", ports.n());
        ObjectNode responder = node.putObject("responder");
        ports.responder().entrySet().stream()
                .sorted(Comparator.comparing(e -> -e.getValue()))
                .limit(MOST_PORTS)
                .forEach(e -> responder.put(e.getKey().toString(), e.getValue()));
        node.put("responderDistinct", ports.responder().size());
        return node;
    }

    /** The flows of each outcome by themselves; below the least number only counted. */
    private static ArrayNode subPatterns(PatternCase c) {
        ArrayNode array = Json.array();
        Facts facts = c.facts();
        for (Outcome outcome : Outcome.values()) {
            int n = c.measured().count(outcome);
            if (n == 0) {
                continue;
            }
            String name = outcome.name().toLowerCase(Locale.ROOT);
            ObjectNode part = array.addObject().put("outcome", name).put("flows", n);
            Json.fact(part, "sharePercent", facts, name + "Share");
            Json.fact(part, "first", facts, name + "First");
            Json.fact(part, "last", facts, name + "Last");
            if (n < SubPattern.MIN_FLOWS) {
                part.put("notMeasurable", "at least " + SubPattern.MIN_FLOWS + " flows are needed");
                continue;
            }
            Json.fact(part, "class", facts, name + "Class");
            Json.fact(part, "n", facts, name + "Episodes");
            Json.fact(part, "periodSeconds", facts, name + "Period");
            Json.fact(part, "durationMedian", facts, name + "Duration");
            Json.fact(part, "originatorToResponder", facts, name + "Up");
            Json.fact(part, "responderToOriginator", facts, name + "Down");
        }
        return array;
    }
}
