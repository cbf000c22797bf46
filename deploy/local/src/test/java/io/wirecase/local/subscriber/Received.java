package io.wirecase.local.subscriber;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a subscriber has: the newest of everything, each event once. */
final class Received {

    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, JsonNode> captures = new TreeMap<>();
    private final Map<String, JsonNode> alerts = new HashMap<>();
    private final Map<String, JsonNode> reports = new TreeMap<>();
    private final Map<String, Ending> endings = new TreeMap<>();
    private final Map<String, Event> first = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private long repeated;
    private long ignored;

    /** An event as it came. */
    record Event(String topic, int partition, String key, Map<String, String> headers, JsonNode data) {

        String type() {
            return headers.getOrDefault("ce_type", "");
        }
    }

    /** The markers of a capture's revision and the alert records that came, by partition. */
    private static final class Ending {
        private final Map<Integer, Set<Integer>> markers = new TreeMap<>();
        private int expected;
        private long announced;
        private long alerts;

        boolean complete(int partitions) {
            return markers.size() == partitions
                    && markers.values().stream().allMatch(m -> m.size() == expected)
                    && alerts == announced;
        }
    }

    void take(Event event) {
        if (!seen.add(event.headers().get("ce_source") + " " + event.headers().get("ce_id"))) {
            repeated++;
            return;
        }
        counts.merge(event.type(), 1, Integer::sum);
        first.putIfAbsent(event.type(), event);
        switch (event.type()) {
            case "io.wirecase.capture.state.v1" -> captures.put(event.key(), event.data());
            case "io.wirecase.alert.enriched.v1" -> alert(event.data());
            case "io.wirecase.capture.end.v1" -> marker(event);
            case "io.wirecase.report.ready.v1" -> reports.put(event.key(), event.data());
            case "io.wirecase.host.sighted.v1", "io.wirecase.suppression.rule.v1" -> {}
            default -> throw new IllegalStateException("the document has no such type: " + event.type());
        }
    }

    private void alert(JsonNode data) {
        JsonNode alert = data.path("alert");
        alerts.merge(alert.path("id").asText(), data, (old, now) -> revision(now) >= revision(old) ? now : old);
        JsonNode flow = alert.path("evidence").path("flow");
        JsonNode origin = flow.isMissingNode() ? null : flow.path("origin");
        int last = alert.path("captures").size() - 1;
        String capture = alert.path("captures").path(last).asText();
        int revision = origin == null
                ? captureRevision(capture)
                : origin.path("revision").asInt();
        ending(capture, revision).alerts++;
    }

    private int captureRevision(String capture) {
        return captures.containsKey(capture)
                ? captures.get(capture).path("revision").asInt()
                : 1;
    }

    private void marker(Event event) {
        JsonNode data = event.data();
        Ending ending =
                ending(data.path("captureId").asText(), data.path("revision").asInt());
        ending.expected = data.path("flowPartitions").asInt();
        ending.announced += data.path("alerts").asLong();
        ending.markers
                .computeIfAbsent(event.partition(), p -> new TreeSet<>())
                .add(data.path("flowPartition").asInt());
    }

    private Ending ending(String capture, int revision) {
        return endings.computeIfAbsent(capture + "." + revision, key -> new Ending());
    }

    private static int revision(JsonNode enriched) {
        return enriched.path("alert").path("revision").asInt();
    }

    void fault(String what) {
        faults.add(what);
    }

    void ignore() {
        ignored++;
    }

    /** Whether everything of a capture is here, by the rule of the document. */
    boolean complete(String capture, int revision, int partitions) {
        Ending ending = endings.get(capture + "." + revision);
        return ending != null && ending.complete(partitions);
    }

    /** Events by type, each once. */
    Map<String, Integer> counts() {
        return counts;
    }

    /** The newest revision of each alert of a capture that was not withdrawn. */
    List<JsonNode> alerts(String capture) {
        return alerts.values().stream()
                .filter(a -> !a.path("alert").path("status").asText().equals("WITHDRAWN"))
                .filter(a -> a.path("alert").path("captures").toString().contains(capture))
                .toList();
    }

    /** The newest state of each capture. */
    Map<String, JsonNode> captures() {
        return captures;
    }

    /** Reports announced. */
    Map<String, JsonNode> reports() {
        return reports;
    }

    /** The first event of each type. */
    Map<String, Event> first() {
        return first;
    }

    /** What was not as the document says. */
    List<String> faults() {
        return faults;
    }

    /** How many came again, and how many were of types the document does not have. */
    String others() {
        return repeated + " repeated, " + ignored + " of unknown types";
    }
}
