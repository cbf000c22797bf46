package io.wirecase.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Suppression rules and what they would do, as lines for a person. Nothing in them can move the cursor. */
final class RuleLines {

    /** Entries of a list that are shown. */
    private static final int SHOWN = 5;

    private RuleLines() {}

    /** A rule: its id, what it covers, then why and until when. */
    static List<String> of(JsonNode rule) {
        List<String> lines = new ArrayList<>();
        String expires = rule.path("expires").asText("");
        lines.add(rule.path("id").asText() + "  " + covers(rule.path("match")));
        lines.add("    " + plain(rule, "reason") + " (" + plain(rule, "owner") + ", "
                + (expires.isEmpty() ? "no end" : "until " + PlainText.of(expires)) + ")");
        wires(rule.path("tripwires"), lines);
        return lines;
    }

    private static String covers(JsonNode match) {
        List<String> members = new ArrayList<>();
        match.properties().stream()
                .filter(member -> !member.getValue().isNull())
                .forEach(member -> members.add(
                        member.getKey() + "=" + PlainText.of(member.getValue().asText())));
        return members.isEmpty() ? "everything" : String.join(" ", members);
    }

    private static void wires(JsonNode wires, List<String> lines) {
        wires.properties().stream()
                .filter(wire -> wire.getValue().isObject())
                .forEach(wire ->
                        lines.add("    tripwire " + wire.getKey() + " " + PlainText.of(values(wire.getValue()))));
    }

    private static String values(JsonNode wire) {
        List<String> values = new ArrayList<>();
        wire.properties().stream()
                .filter(member -> !member.getValue().isNull())
                .forEach(member -> values.add(member.getKey() + "="
                        + (member.getValue().isArray()
                                ? list(member.getValue())
                                : member.getValue().asText())));
        return String.join(" ", values);
    }

    private static String list(JsonNode values) {
        List<String> entries = new ArrayList<>();
        values.forEach(value -> entries.add(value.asText()));
        int more = entries.size() - SHOWN;
        return more <= 1
                ? String.join(",", entries)
                : String.join(",", entries.subList(0, SHOWN)) + " and " + more + " more";
    }

    /** What a rule would do: counts first, then the first alerts of each kind. */
    static List<String> ofTrial(JsonNode trial) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "Of %d stored alerts it would hide %d whole and a part of %d, about %d hosts; %d that it covers move a "
                        + "tripwire and stay.",
                trial.path("alerts").asLong(),
                trial.path("hidden").asLong(),
                trial.path("partly").asLong(),
                trial.path("hosts").asLong(),
                trial.path("moved").asLong()));
        wires(trial.path("tripwires"), lines);
        trial.path("codes")
                .properties()
                .forEach(code -> lines.add(String.format(
                        Locale.ROOT, "    %8d  %s", code.getValue().asLong(), PlainText.of(code.getKey()))));
        alerts("hidden", trial.path("firstHidden"), lines);
        alerts("stays ", trial.path("firstMoved"), lines);
        return lines;
    }

    private static void alerts(String what, JsonNode alerts, List<String> lines) {
        for (JsonNode alert : alerts) {
            StringBuilder line = new StringBuilder("  " + what + "  ")
                    .append(plain(alert, "time"))
                    .append("  ")
                    .append(plain(alert, "host"));
            if (alert.has("peer")) {
                line.append(" - ").append(plain(alert, "peer"));
            }
            line.append("  ").append(PlainText.of(list(alert.path("codes"))));
            for (JsonNode moved : alert.path("moved")) {
                line.append("  ")
                        .append(plain(moved, "tripwire"))
                        .append(": ")
                        .append(plain(moved, "observed"))
                        .append(", not ")
                        .append(plain(moved, "expected"));
            }
            lines.add(line.toString());
        }
    }

    private static String plain(JsonNode of, String member) {
        JsonNode value = of.path(member);
        return PlainText.of(value.isObject() ? value.path("raw").asText() : value.asText());
    }
}
