package io.wirecase.report.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.core.net.Endpoint;
import io.wirecase.core.wire.Codec;
import io.wirecase.report.claim.Claim;
import io.wirecase.report.claim.Value;
import io.wirecase.report.document.Prose;
import io.wirecase.report.measurement.Facts;
import java.util.Collection;
import java.util.Locale;

/** Small things of the report's JSON. What is not known is left out: never 0, an empty text or null. */
final class Json {

    private Json() {}

    static ObjectNode object() {
        return Codec.json().createObjectNode();
    }

    static ArrayNode array() {
        return Codec.json().createArrayNode();
    }

    static ArrayNode texts(Collection<String> values) {
        ArrayNode array = array();
        values.forEach(array::add);
        return array;
    }

    static ArrayNode sentences(Collection<Prose> values) {
        ArrayNode array = array();
        values.forEach(p -> array.add(p.text()));
        return array;
    }

    /** A claim's value as a number or text. */
    static void value(ObjectNode node, String name, Claim claim) {
        if (claim.value() instanceof Value.Number(double number, int decimals)) {
            if (decimals == 0) {
                node.put(name, Math.round(number));
            } else {
                node.put(name, Double.parseDouble(claim.value().text()));
            }
        } else {
            node.put(name, claim.value().text());
        }
    }

    /** The value of a named claim, when it was stated. */
    static void fact(ObjectNode node, String name, Facts facts, String fact) {
        if (facts.has(fact)) {
            value(node, name, facts.get(fact));
        }
    }

    /** What stands for a measurement that could not be made. @param reason what is missing */
    static ObjectNode notMeasurable(String reason) {
        return object().put("notMeasurable", reason);
    }

    /** A constant's word in reports: lower case, with dashes. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ObjectNode endpoint(Endpoint endpoint) {
        ObjectNode node = object().put("address", endpoint.address().toString());
        if (endpoint.port() != null) {
            node.put("port", endpoint.port());
        }
        return node;
    }

    static String time(long nanos, int digits) {
        return new Value.Time(nanos, digits).text();
    }
}
