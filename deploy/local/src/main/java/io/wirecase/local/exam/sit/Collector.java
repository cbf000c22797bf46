package io.wirecase.local.exam.sit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wirecase.core.measure.Comb;
import io.wirecase.core.measure.Timing;
import io.wirecase.local.client.FrontDoor;
import io.wirecase.local.exam.mark.Rita;
import io.wirecase.local.exam.sheet.Raised;
import io.wirecase.local.exam.sheet.Series;
import io.wirecase.scenarios.exam.Label;
import io.wirecase.scenarios.exam.Label.Rhythm;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Fetches what the pipeline made of captures and keeps what marking needs. */
final class Collector {

    private static final String LINES = "application/x-ndjson";
    private static final long NANOS = 1_000_000_000L;
    private static final long DAY = 86_400;

    private final JsonMapper json = JsonMapper.builder().build();
    private final FrontDoor door;
    private final Path folder;

    Collector(FrontDoor door, Path folder) {
        this.door = door;
        this.folder = folder;
    }

    /**
     * Alerts by capture, withdrawn ones left out. Of the quiet ones about single flows, the loudest about each host is
     * kept: a flood has thousands.
     *
     * @param asked codes that are asked for: every alert with one is kept
     */
    Map<String, List<Raised>> alerts(List<String> ids, Set<String> asked) throws IOException, InterruptedException {
        Path file = folder.resolve("alerts.jsonl");
        String query = ids.stream().map(id -> "capture=" + id).collect(Collectors.joining("&"));
        door.fetch(URI.create("/api/v1/alerts?" + query), LINES, file);
        Map<String, Kept> all = new LinkedHashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode enriched = json.readTree(line);
                JsonNode alert = enriched.path("alert");
                if (!alert.path("status").asText().equals("WITHDRAWN")) {
                    String capture = alert.path("captures").path(0).asText();
                    all.computeIfAbsent(capture, any -> new Kept(asked)).add(raised(alert, enriched.path("exchange")));
                }
            }
        }
        Map<String, List<Raised>> kept = new HashMap<>();
        all.forEach((capture, each) -> kept.put(capture, each.list()));
        return kept;
    }

    /** What is kept of one capture's alerts. */
    private static final class Kept {
        private static final int LOUD = 100;
        private final Set<String> asked;
        private final List<Raised> all = new ArrayList<>();
        private final Map<String, Raised> quiet = new TreeMap<>();

        Kept(Set<String> asked) {
            this.asked = asked;
        }

        void add(Raised alert) {
            if (alert.behaviour() || alert.score() >= LOUD || !Collections.disjoint(alert.codes(), asked)) {
                all.add(alert);
            } else {
                quiet.merge(alert.host(), alert, (one, other) -> other.score() > one.score() ? other : one);
            }
        }

        List<Raised> list() {
            all.addAll(quiet.values());
            return all;
        }
    }

    private static Raised raised(JsonNode alert, JsonNode exchange) {
        Set<String> codes = new HashSet<>();
        alert.path("findings").forEach(finding -> codes.add(finding.path("code").asText()));
        JsonNode behaviour = alert.path("evidence").path("behaviour");
        return new Raised(
                alert.path("kind").asText(),
                codes,
                alert.path("score").asInt(),
                alert.path("subject").path("host").asText(),
                alert.path("subject").path("peer").asText(""),
                behaviour.path("technique").asText(""),
                behaviour.isObject(),
                exchange.path("whole").asBoolean());
    }

    private record Start(String originator, String responder, int port, long nanos, long bytes) {}

    /** The series of a label, timed by the same code that reports use, and by the yardstick. */
    List<Series> series(String id, Label label, List<Raised> raised) throws IOException, InterruptedException {
        List<Start> starts = starts(id);
        long until = starts.stream().mapToLong(Start::nanos).max().orElse(0) / NANOS;
        long first = starts.stream().mapToLong(Start::nanos).min().orElse(0) / NANOS;
        List<Series> all = new ArrayList<>();
        for (Rhythm rhythm : label.rhythms()) {
            List<Start> its = starts.stream()
                    .filter(start -> start.originator.equals(rhythm.originator())
                            && rhythm.responders().contains(start.responder)
                            && start.port == rhythm.port())
                    .toList();
            all.add(series(rhythm, its, raised, new Span(Math.max(first, until - DAY), until)));
        }
        return all;
    }

    private record Span(long from, long until) {}

    private static Series series(Rhythm rhythm, List<Start> its, List<Raised> raised, Span day) {
        Timing timing = Timing.of(its.stream().mapToLong(Start::nanos).toArray(), rhythm.hashCode());
        Comb comb = timing.comb();
        Double p = timing.p();
        List<Start> lastDay =
                its.stream().filter(start -> start.nanos / NANOS >= day.from).toList();
        double yardstick = lastDay.isEmpty()
                ? 0
                : Rita.score(
                        lastDay.stream().mapToLong(start -> start.nanos / NANOS).toArray(),
                        lastDay.stream().mapToLong(Start::bytes).toArray(),
                        day.from,
                        day.until);
        boolean alerted = raised.stream()
                .anyMatch(alert -> alert.kind().equals("beacon")
                        && alert.about(Set.of(rhythm.originator()))
                        && (alert.peer().isEmpty() || alert.about(rhythm.responders())));
        return new Series(
                rhythm,
                timing.type().code(),
                timing.type().periodic(),
                comb == null ? 0 : comb.periodSeconds(),
                comb == null ? 0 : comb.low(),
                comb == null ? 0 : comb.high(),
                p == null ? 1 : p,
                yardstick,
                alerted,
                its.size());
    }

    private List<Start> starts(String id) throws IOException, InterruptedException {
        Path file = folder.resolve("flows.jsonl");
        door.fetch(URI.create("/api/v1/flows?capture=" + id), LINES, file);
        List<Start> starts = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode flow = json.readTree(line);
                Instant start = Instant.parse(flow.path("start").asText());
                starts.add(new Start(
                        flow.path("originator").path("address").asText(),
                        flow.path("responder").path("address").asText(),
                        flow.path("responder").path("port").asInt(-1),
                        start.getEpochSecond() * NANOS + start.getNano(),
                        flow.path("bytes").path("ip").path("out").asLong()));
            }
        }
        return starts;
    }
}
