package io.wirecase.local.exam.sit;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirecase.local.client.Captures;
import io.wirecase.local.client.FrontDoor;
import io.wirecase.local.client.FrontDoorException;
import io.wirecase.local.client.ReportAnswer;
import io.wirecase.local.client.ReportRequest;
import io.wirecase.local.client.Sent;
import io.wirecase.local.exam.sheet.Answer;
import io.wirecase.local.exam.sheet.Raised;
import io.wirecase.local.exam.sheet.Series;
import io.wirecase.local.exam.sheet.Verdict;
import io.wirecase.scenarios.exam.Label;
import io.wirecase.scenarios.exam.paper.Catalog;
import io.wirecase.scenarios.exam.paper.Paper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One batch of questions from their captures to their answers; leaves nothing behind, whatever happens. */
final class Desk {

    private static final long BETWEEN_LOOKS = 250;
    private static final int REFUSED = 500;
    /** Nothing happened then: a report over this hour is empty, and there as soon as all captures came through. */
    private static final Instant LONG_AGO = Instant.parse("1990-01-01T00:00:00Z");

    private final FrontDoor door;
    private final Captures captures;
    private final Path folder;

    Desk(FrontDoor door, Captures captures, Path folder) {
        this.door = door;
        this.captures = captures;
        this.folder = folder;
    }

    private record Sheet(Paper paper, Label label, long bytes) {}

    List<Answer> put(List<Paper> papers, int verdicts) throws IOException, InterruptedException {
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        Files.createDirectories(folder);
        try {
            for (Paper paper : papers) {
                send(paper, sheets);
            }
            for (String id : sheets.keySet()) {
                await(id, sheets.get(id).paper());
            }
            awaitDrained(List.copyOf(sheets.keySet()));
            return answers(sheets, verdicts);
        } finally {
            Scratch.remove(folder);
            deleteAll(sheets.keySet());
        }
    }

    /** Goes on where one cannot be deleted, and says so at the end. */
    private void deleteAll(Set<String> ids) throws IOException, InterruptedException {
        @Nullable IOException failed = null;
        for (String id : ids) {
            try {
                captures.delete(id);
            } catch (IOException one) {
                failed = one;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private void send(Paper paper, Map<String, Sheet> sheets) throws IOException, InterruptedException {
        Path file = folder.resolve(paper.name() + ".pcap");
        Label label = paper.write(file);
        long bytes = Files.size(file);
        Sent sent = door.send(file, paper.name(), null, done -> {});
        Files.delete(file);
        switch (sent) {
            case Sent.Stored stored -> sheets.put(stored.id(), new Sheet(paper, label, bytes));
            case Sent.Refused refused -> throw new IOException(paper.name() + " was refused: " + refused.reason());
        }
    }

    private void await(String id, Paper paper) throws IOException, InterruptedException {
        String state = state(door.capture(id));
        while (state.equals("ACCEPTED") || state.equals("READING")) {
            Thread.sleep(BETWEEN_LOOKS);
            state = state(door.capture(id));
        }
        if (!state.equals("COMPLETED")) {
            throw new IOException(paper.name() + " could not be read: " + state);
        }
    }

    private static String state(JsonNode capture) {
        return capture.path("state").asText();
    }

    private void awaitDrained(List<String> ids) throws IOException, InterruptedException {
        await(door.askForReport(new ReportRequest(ids, LONG_AGO, LONG_AGO.plusSeconds(3_600), null)));
    }

    private boolean await(URI report) throws IOException, InterruptedException {
        try {
            while (door.look(report) instanceof ReportAnswer.Building) {
                Thread.sleep(BETWEEN_LOOKS);
            }
            return true;
        } catch (FrontDoorException refused) {
            // A report that fails its own checks was built from whole data all the same.
            if (refused.status() == REFUSED) {
                return false;
            }
            throw refused;
        }
    }

    private List<Answer> answers(Map<String, Sheet> sheets, int verdicts) throws IOException, InterruptedException {
        Map<String, URI> reports = new HashMap<>();
        for (Map.Entry<String, Sheet> each : sheets.entrySet()) {
            if (judged(each.getValue().paper(), verdicts)) {
                reports.put(
                        each.getKey(), door.askForReport(new ReportRequest(List.of(each.getKey()), null, null, null)));
            }
        }
        Collector collector = new Collector(door, folder);
        Set<String> asked = new HashSet<>();
        sheets.values().forEach(sheet -> sheet.label().expected().forEach(each -> asked.addAll(each.codes())));
        Map<String, List<Raised>> alerts = collector.alerts(List.copyOf(sheets.keySet()), asked);
        List<Answer> answers = new ArrayList<>();
        for (Map.Entry<String, Sheet> each : sheets.entrySet()) {
            Sheet sheet = each.getValue();
            List<Raised> raised = alerts.getOrDefault(each.getKey(), List.of());
            List<Series> series = sheet.label().rhythms().isEmpty()
                    ? List.of()
                    : collector.series(each.getKey(), sheet.label(), raised);
            URI report = reports.get(each.getKey());
            Verdict verdict = report == null ? null : verdict(report, sheet.label());
            answers.add(new Answer(sheet.paper(), sheet.label(), raised, series, verdict, sheet.bytes()));
        }
        return answers;
    }

    /** A report costs more than all the rest: only twins are worth it. */
    private static boolean judged(Paper paper, int verdicts) {
        String family = paper.family().id();
        return paper.seed() <= verdicts
                && paper.fixed().isEmpty()
                && Catalog.pairs().stream()
                        .anyMatch(pair ->
                                pair.benign().equals(family) || pair.malicious().equals(family));
    }

    private @Nullable Verdict verdict(URI report, Label label) throws IOException, InterruptedException {
        if (!await(report)) {
            return null;
        }
        Path file = folder.resolve("report.json");
        door.fetch(report, "application/json", file);
        return Verdicts.of(file, label);
    }
}
