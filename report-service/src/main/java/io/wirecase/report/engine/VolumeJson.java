package io.wirecase.report.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.core.measure.Symmetry;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.measurement.Measurement;
import java.util.List;
import java.util.Locale;

/** What a pattern's JSON says of volume. */
final class VolumeJson {

    private VolumeJson() {}

    static ObjectNode of(Measurement.Shape shape, Facts facts) {
        ObjectNode node = Json.object();
        node.set("originatorToResponder", direction(facts, "up"));
        node.set("responderToOriginator", direction(facts, "down"));
        Symmetry symmetry = shape.volumes().symmetry();
        Symmetry.Shape word = symmetry.shape();
        ObjectNode balance = node.putObject("symmetry");
        if (word != null) {
            Json.fact(balance, "value", facts, "symmetry");
            balance.put("shape", word.name().toLowerCase(Locale.ROOT));
            balance.put("formula", Symmetry.FORMULA);
        } else {
            balance.put("notMeasurable", "no payload was sent");
        }
        return node;
    }

    private static ObjectNode direction(Facts facts, String prefix) {
        ObjectNode node = Json.object();
        for (String layer : List.of("Frame", "Ip", "Payload")) {
            String name = prefix + layer;
            ObjectNode one = node.putObject(layer.toLowerCase(Locale.ROOT));
            Json.fact(one, "min", facts, name + "Min");
            Json.fact(one, "median", facts, name + "Median");
            Json.fact(one, "max", facts, name + "Max");
            Json.fact(one, "total", facts, name + "Total");
            Json.fact(one, "mode", facts, name + "Mode");
            Json.fact(one, "modeFlows", facts, name + "ModeFlows");
            if (facts.has(name + "Consistency")) {
                Json.fact(one, "consistency", facts, name + "Consistency");
            } else {
                one.put("consistencyNotMeasurable", "at least six flows are needed");
            }
        }
        return node;
    }
}
