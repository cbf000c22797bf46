package io.wirecase.report.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.core.measure.Timing;
import io.wirecase.core.measure.TimingClass;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.measurement.Automation;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.measurement.Hours;
import java.util.ArrayList;
import java.util.List;

/** What a pattern's JSON says of time. */
final class TimingJson {

    private TimingJson() {}

    static ObjectNode timing(PatternCase c) {
        Facts facts = c.facts();
        Timing timing = c.measured().timing();
        ObjectNode node = Json.object();
        node.put("class", timing.type().code());
        Json.fact(node, "periodSeconds", facts, "period");
        Json.fact(node, "periodLow", facts, "periodLow");
        Json.fact(node, "periodHigh", facts, "periodHigh");
        if (timing.comb() != null) {
            node.put("jitter", timing.comb().jitter());
        }
        Json.fact(node, "missed", facts, "missed");
        Json.fact(node, "beats", facts, "beats");
        node.put("n", timing.episodes());
        node.put("events", timing.events());
        node.put("spanSeconds", timing.spanSeconds());
        Json.fact(node, "p", facts, "p");
        if (timing.against() != null) {
            node.put("null", timing.against().code());
        }
        Json.fact(node, "q", facts, "q");
        Json.fact(node, "tested", facts, "tested");
        if (timing.comb() != null && timing.comb().clock() != null) {
            node.put("clock", timing.comb().clock().word());
        }
        if (timing.type() == TimingClass.INSUFFICIENT) {
            node.put(
                    "notMeasurable",
                    "at least " + Timing.MIN_EPISODES + " separate starts over several periods are needed");
        }
        node.set(
                "claims",
                claims(facts, List.of("class", "period", "jitter", "missed", "beats", "episodes", "span", "p", "q")));
        return node;
    }

    static ObjectNode bursts(PatternCase c) {
        Facts facts = c.facts();
        if (!facts.has("burstN")) {
            return Json.notMeasurable("fewer than two separate starts, or none of several connections");
        }
        ObjectNode node = Json.object();
        Json.fact(node, "n", facts, "burstN");
        Json.fact(node, "sizeMin", facts, "burstMin");
        Json.fact(node, "sizeMax", facts, "burstMax");
        Json.fact(node, "spanSeconds", facts, "burstSpan");
        Json.fact(node, "gapSeconds", facts, "burstGap");
        return node;
    }

    /** Hours of the day with a start, in UTC; a verdict only over enough days. */
    static ObjectNode timeOfDay(PatternCase c) {
        Hours hours = Hours.of(c.measured());
        ObjectNode node = Json.object();
        node.put("hoursCovered", hours.covered());
        node.put("hoursOfDay", Hours.A_DAY);
        node.put("measurable", hours.measurable());
        if (hours.measurable()) {
            Json.fact(node, "verdict", c.facts(), "timeOfDay");
            Json.fact(node, "concentration", c.facts(), "hoursConcentration");
            Json.fact(node, "p", c.facts(), "hoursChance");
        } else {
            node.put("notMeasurable", "at least " + Hours.ENOUGH_DAYS + " days are needed");
        }
        node.set("claims", claims(c.facts(), List.of("hoursCovered", "daysSpanned", "daysNeeded", "timeOfDay")));
        return node;
    }

    /** The verdict of the sentences, and the claims that are its marks. */
    static ObjectNode automation(PatternCase c) {
        Automation automation = Automation.of(c.measured());
        ObjectNode node = Json.object().put("verdict", automation.verdict().word());
        List<String> named = new ArrayList<>(List.of("automation"));
        named.addAll(automation.marks());
        node.set("claims", claims(c.facts(), named));
        return node;
    }

    private static com.fasterxml.jackson.databind.node.ArrayNode claims(Facts facts, List<String> names) {
        return Json.texts(
                names.stream().filter(facts::has).map(n -> facts.get(n).id()).toList());
    }
}
