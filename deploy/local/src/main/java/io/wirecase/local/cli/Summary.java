package io.wirecase.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A page for the terminal out of {@code report.json}. It says nothing the report does not say. */
final class Summary {

    private static final int PATTERNS = 10;
    private static final int ALERTS = 5;

    private final JsonNode report;
    private final List<String> lines = new ArrayList<>();

    private Summary(JsonNode report) {
        this.report = report;
    }

    /**
     * The lines to print.
     *
     * @param report the whole document
     * @return printable lines, free of control characters
     */
    static List<String> of(JsonNode report) {
        Summary summary = new Summary(report);
        summary.assessment();
        summary.patterns();
        summary.alerts();
        return summary.lines;
    }

    private void assessment() {
        JsonNode assessment = report.path("assessment");
        String level = text(assessment.path("level"));
        String confidence = text(assessment.path("confidence"));
        lines.add("Assessment: " + (level.isEmpty() ? "nothing to assess, since no alert was raised" : level)
                + (confidence.isEmpty() ? "" : " (confidence " + confidence + ")"));
        if (!report.path("completeness").path("drained").asBoolean(true)) {
            lines.add("The report is not complete; see its section on completeness.");
        }
    }

    private void patterns() {
        JsonNode patterns = report.path("patterns");
        if (patterns.isEmpty()) {
            lines.add("No pattern was found.");
            return;
        }
        lines.add("");
        lines.add("Patterns" + shown(Math.min(PATTERNS, patterns.size()), patterns.size()));
        for (JsonNode pattern : firstOf(patterns, PATTERNS)) {
            JsonNode verdict = pattern.path("verdict");
            lines.add("  " + text(pattern.path("rank")) + ". " + text(pattern.path("title")));
            lines.add("     " + text(verdict.path("disposition")) + ": " + hypothesis(pattern) + probability(verdict));
        }
    }

    /** Its title where the pattern lists it; its id otherwise. */
    private static String hypothesis(JsonNode pattern) {
        String id = text(pattern.path("verdict").path("hypothesis"));
        for (JsonNode each : pattern.path("hypotheses")) {
            if (id.equals(text(each.path("id"))) && each.hasNonNull("title")) {
                return text(each.path("title"));
            }
        }
        return id;
    }

    private static String probability(JsonNode verdict) {
        JsonNode probability = verdict.path("probability");
        String number =
                probability.isNumber() ? String.format(Locale.ROOT, ", %.0f %%", 100 * probability.asDouble()) : "";
        String confidence = text(verdict.path("confidence"));
        return number + (confidence.isEmpty() ? "" : ", confidence " + confidence);
    }

    private void alerts() {
        JsonNode detections = report.path("detections");
        JsonNode timeline = detections.path("timeline");
        lines.add("");
        lines.add("Alerts: " + detections.path("total").asLong() + ", highest score "
                + text(detections.path("maxScore")));
        List<JsonNode> all = new ArrayList<>();
        timeline.forEach(all::add);
        // The sort is stable: without scores the order of the report stays.
        all.sort((left, right) -> Double.compare(
                right.path("score").asDouble(), left.path("score").asDouble()));
        for (JsonNode alert : all.subList(0, Math.min(ALERTS, all.size()))) {
            String to = endpoint(alert.path("destination"));
            lines.add("  " + text(alert.path("time")) + "  " + endpoint(alert.path("source"))
                    + (to.isEmpty() ? "" : " to " + to) + "  " + codes(alert.path("codes")));
        }
        if (all.size() > ALERTS) {
            lines.add("  ... and more in the report");
        }
    }

    private static String endpoint(JsonNode endpoint) {
        String address = text(endpoint.path("address"));
        String port = text(endpoint.path("port"));
        if (port.isEmpty()) {
            return address;
        }
        return address.contains(":") ? "[" + address + "]:" + port : address + ":" + port;
    }

    private static String codes(JsonNode codes) {
        List<String> all = new ArrayList<>();
        codes.forEach(code -> all.add(text(code)));
        return String.join(", ", all);
    }

    private static String shown(int shown, int all) {
        return shown == all ? " (" + all + ")" : " (" + shown + " of " + all + ")";
    }

    private static List<JsonNode> firstOf(JsonNode array, int most) {
        List<JsonNode> first = new ArrayList<>();
        for (JsonNode each : array) {
            if (first.size() < most) {
                first.add(each);
            }
        }
        return first;
    }

    private static String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? PlainText.of(node.asText()) : "";
    }
}
