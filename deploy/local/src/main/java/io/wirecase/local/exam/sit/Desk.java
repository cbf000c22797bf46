package io.wirecase.local.exam.sit;

import io.wirecase.local.client.Captures;
import io.wirecase.local.client.FrontDoor;
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

    private final FrontDoor door;
    private final Captures captures;
    private final Path folder;
    private final Wait wait;
    private final Map<String, Sheet> sheets = new LinkedHashMap<>();
    private final List<Answer> answers = new ArrayList<>();
    private final Map<Paper, String> unanswered = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    Desk(FrontDoor door, Captures captures, Path folder) {
        this.door = door;
        this.captures = captures;
        this.folder = folder;
        this.wait = new Wait(door);
    }

    private record Sheet(Paper paper, Label label, long bytes) {}

    Handed put(List<Paper> papers, int verdicts) throws InterruptedException {
        try {
            Files.createDirectories(folder);
            for (Paper paper : papers) {
                send(paper);
            }
            for (Map.Entry<String, Sheet> each : List.copyOf(sheets.entrySet())) {
                read(each.getKey(), each.getValue());
            }
            if (!sheets.isEmpty()) {
                wait.drained(List.copyOf(sheets.keySet()));
                answer(verdicts);
            }
        } catch (IOException failed) {
            sheets.values().forEach(sheet -> unanswered.put(sheet.paper(), reason(failed)));
            answers.forEach(answer -> unanswered.remove(answer.paper()));
        } finally {
            clear();
        }
        return new Handed(answers, unanswered, notes);
    }

    private static String reason(IOException failed) {
        return failed.getMessage() == null ? failed.toString() : failed.getMessage();
    }

    private void send(Paper paper) throws InterruptedException {
        Path file = folder.resolve(paper.name() + ".pcap");
        try {
            Label label = paper.write(file);
            Sheet sheet = new Sheet(paper, label, Files.size(file));
            switch (door.send(file, paper.name(), null, done -> {})) {
                case Sent.Stored stored -> sheets.put(stored.id(), sheet);
                case Sent.Refused refused -> unanswered.put(paper, "refused: " + refused.reason());
            }
            Files.delete(file);
        } catch (IOException failed) {
            unanswered.put(paper, reason(failed));
        }
    }

    /** Waits until a capture is read; one that cannot be read is left out. */
    private void read(String id, Sheet sheet) throws InterruptedException {
        try {
            wait.read(id);
        } catch (IOException failed) {
            unanswered.put(sheet.paper(), reason(failed));
            delete(id);
            sheets.remove(id);
        }
    }

    private void answer(int verdicts) throws IOException, InterruptedException {
        Map<String, URI> reports = new HashMap<>();
        for (Map.Entry<String, Sheet> each : sheets.entrySet()) {
            if (judged(each.getValue().paper(), verdicts)) {
                reports.put(each.getKey(), wait.report(each.getKey()));
            }
        }
        Collector collector = new Collector(door, folder);
        Set<String> asked = new HashSet<>();
        sheets.values().forEach(sheet -> sheet.label().expected().forEach(each -> asked.addAll(each.codes())));
        Map<String, List<Raised>> alerts = collector.alerts(List.copyOf(sheets.keySet()), asked);
        for (Map.Entry<String, Sheet> each : sheets.entrySet()) {
            String id = each.getKey();
            Sheet sheet = each.getValue();
            List<Raised> raised = alerts.getOrDefault(id, List.of());
            List<Series> series =
                    sheet.label().rhythms().isEmpty() ? List.of() : collector.series(id, sheet.label(), raised);
            URI report = reports.get(id);
            Verdict verdict = report == null ? null : verdict(report, sheet);
            answers.add(new Answer(sheet.paper(), sheet.label(), raised, series, verdict, sheet.bytes()));
        }
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

    private @Nullable Verdict verdict(URI report, Sheet sheet) throws IOException, InterruptedException {
        if (!wait.built(report)) {
            notes.add("the report about " + sheet.paper().name() + " was refused by its own checks");
            return null;
        }
        Path file = folder.resolve("report.json");
        door.fetch(report, "application/json", file);
        return Verdicts.of(file, sheet.label());
    }

    private void clear() throws InterruptedException {
        try {
            Scratch.remove(folder);
        } catch (IOException failed) {
            notes.add("left behind: " + reason(failed));
        }
        for (String id : sheets.keySet()) {
            delete(id);
        }
    }

    /** Goes on where one cannot be deleted. */
    private void delete(String id) throws InterruptedException {
        try {
            captures.delete(id);
        } catch (IOException failed) {
            notes.add("capture " + id + " could not be deleted: " + reason(failed));
        }
    }
}
