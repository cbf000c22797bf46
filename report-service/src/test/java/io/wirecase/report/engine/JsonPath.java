package io.wirecase.report.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path into a report: names with dots between, {@code []} for every entry of a list, {@code [name=value]} for those
 * entries whose member has that value, and {@code *} for every member of an object.
 */
final class JsonPath {

    private static final Pattern STEP = Pattern.compile("([A-Za-z0-9_*]+)(\\[(?:([A-Za-z]+)=([^\\]]+))?])?");

    private JsonPath() {}

    /** What a path leads to: nothing that is absent, null, an empty text, list or object. */
    static List<JsonNode> find(JsonNode report, String path) {
        List<JsonNode> at = List.of(report);
        for (String part : path.split("\\.(?![^\\[]*])", -1)) {
            Matcher step = STEP.matcher(part);
            if (!step.matches()) {
                throw new IllegalArgumentException("no path: " + path + " at " + part);
            }
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : at) {
                for (JsonNode found : members(node, step.group(1))) {
                    entries(found, step, next);
                }
            }
            at = next;
        }
        return at.stream().filter(JsonPath::filled).toList();
    }

    private static List<JsonNode> members(JsonNode node, String name) {
        if (!name.equals("*")) {
            return List.of(node.path(name));
        }
        List<JsonNode> all = new ArrayList<>();
        node.forEach(all::add);
        return all;
    }

    private static void entries(JsonNode found, Matcher step, List<JsonNode> next) {
        if (step.group(2) == null) {
            next.add(found);
            return;
        }
        for (JsonNode entry : found) {
            if (step.group(3) == null || entry.path(step.group(3)).asText().equals(step.group(4))) {
                next.add(entry);
            }
        }
    }

    private static boolean filled(JsonNode node) {
        return !node.isMissingNode()
                && !node.isNull()
                && !(node.isTextual() && node.asText().isEmpty())
                && !(node.isContainerNode() && node.isEmpty());
    }
}
