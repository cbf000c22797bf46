package io.wirecase.report.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.core.intel.Suppressed;
import io.wirecase.core.suppression.Suppression;
import io.wirecase.report.input.LeftOut;

/** What suppression rules left out, and what of an alert they cover, as JSON. */
final class SuppressedJson {

    private SuppressedJson() {}

    static ObjectNode of(LeftOut leftOut) {
        ObjectNode node = Json.object();
        node.put("alerts", leftOut.hidden());
        node.put("partly", leftOut.trimmed());
        ArrayNode rules = node.putArray("rules");
        for (LeftOut.ByRule by : leftOut.rules()) {
            Suppression rule = by.rule();
            ObjectNode one = rules.addObject();
            one.put("rule", rule.id().toString());
            one.put("revision", rule.revision());
            one.put("reason", rule.reason());
            one.put("owner", rule.owner());
            if (rule.expires() != null) {
                one.put("expires", rule.expires());
            }
            one.put("alerts", by.hidden());
            one.put("partly", by.trimmed());
            one.put("moved", by.moved());
        }
        return node;
    }

    /** The rules that cover a part of an alert that is shown, or all of it before their tripwires moved. */
    static ArrayNode marks(Suppressed mark) {
        ArrayNode marks = Json.array();
        for (Suppressed.ByRule by : mark.rules()) {
            ObjectNode one = marks.addObject();
            one.put("rule", by.rule().toString());
            one.set("codes", Json.texts(by.codes()));
            ArrayNode moved = one.putArray("moved");
            for (Suppressed.Moved wire : by.moved()) {
                moved.addObject()
                        .put("tripwire", wire.tripwire())
                        .put("expected", wire.expected())
                        .put("observed", wire.observed().raw());
            }
        }
        return marks;
    }
}
