package io.wirecase.local.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Ways to read a {@code report.json}. */
final class Told {

    private Told() {}

    /** Every statement of every section but those named. */
    static List<String> statements(JsonNode report, Set<String> butSections) {
        List<String> all = new ArrayList<>();
        for (JsonNode section : report.path("sections")) {
            if (!butSections.contains(section.path("id").asText())) {
                section.path("statements")
                        .forEach(statement -> all.add(statement.path("text").asText()));
            }
        }
        return all;
    }

    /** The statements of one section. */
    static List<String> statements(JsonNode report, String section) {
        List<String> all = new ArrayList<>();
        report.path("sections").forEach(each -> {
            if (each.path("id").asText().equals(section)) {
                each.path("statements")
                        .forEach(statement -> all.add(statement.path("text").asText()));
            }
        });
        return all;
    }

    /** Its patterns of one host, in the report's order. */
    static List<JsonNode> patterns(JsonNode report, String host) {
        List<JsonNode> all = new ArrayList<>();
        report.path("patterns").forEach(pattern -> {
            if (texts(pattern.path("hosts")).contains(host)) {
                all.add(pattern);
            }
        });
        return all;
    }

    static String disposition(JsonNode pattern) {
        return pattern.path("verdict").path("disposition").asText();
    }

    static Set<String> texts(JsonNode array) {
        Set<String> all = new TreeSet<>();
        array.forEach(each -> all.add(each.asText()));
        return all;
    }

    /** Every text in a document, the names of its members included. */
    static List<String> everyText(JsonNode node) {
        List<String> all = new ArrayList<>();
        collect(node, all);
        return all;
    }

    private static void collect(JsonNode node, List<String> into) {
        if (node.isTextual()) {
            into.add(node.asText());
        }
        for (Iterator<Map.Entry<String, JsonNode>> members = node.fields(); members.hasNext(); ) {
            Map.Entry<String, JsonNode> member = members.next();
            into.add(member.getKey());
            collect(member.getValue(), into);
        }
        if (node.isArray()) {
            node.forEach(each -> collect(each, into));
        }
    }
}
