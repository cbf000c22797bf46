package io.wirecase.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wirecase.local.client.FrontDoor;
import io.wirecase.local.client.ReportAnswer;
import io.wirecase.local.client.ReportRequest;
import io.wirecase.local.stack.PartFailedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** One run of {@code analyze}: send, wait until read, ask for the report, wait, write, sum up. */
final class Analysis {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final DateTimeFormatter FOLDER_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_NAME = 60;

    private final Context context;
    private final Terminal terminal;
    private final Wish wish;

    Analysis(Context context, Wish wish) {
        this.context = context;
        this.terminal = context.terminal();
        this.wish = wish;
    }

    int run() throws IOException, InterruptedException, PartFailedException {
        List<Inputs.Input> inputs = Inputs.of(wish.inputs());
        try (Session session = Session.open(context, false)) {
            FrontDoor door = new FrontDoor(session.frontDoor(), context.home().keyFile());
            Reading reading = new Reading(door, terminal, wish.site());
            reading.send(inputs);
            reading.awaitAll();
            reading.unreadable()
                    .forEach((file, reason) -> terminal.note(
                            "Not readable: " + PlainText.of(file.toString()) + ": " + PlainText.of(reason)));
            if (reading.captures().isEmpty()) {
                terminal.note("Nothing could be read; there is no report.");
                return ExitCode.NOTHING_READABLE;
            }
            JsonNode report = report(door, reading.captures(), inputs.getFirst().file());
            return code(report, reading);
        }
    }

    /** Writes the report over captures that are there. @return the exit code */
    int reportOn(FrontDoor door, List<String> captures) throws IOException, InterruptedException {
        JsonNode report = report(door, captures, wish.inputs().getFirst());
        return reachesLevel(report) ? ExitCode.AT_LEAST_THE_LEVEL : ExitCode.DONE;
    }

    private JsonNode report(FrontDoor door, List<String> captures, Path first)
            throws IOException, InterruptedException {
        URI place = door.askForReport(new ReportRequest(captures, wish.since(), wish.until(), wish.minScore()));
        String waited = "";
        ReportAnswer answer = door.look(place);
        while (answer instanceof ReportAnswer.Building building) {
            if (!waited.equals(building.waitingFor())) {
                waited = building.waitingFor();
                terminal.step("waiting for the pipeline: " + PlainText.of(waited));
            }
            Thread.sleep(BETWEEN_LOOKS);
            answer = door.look(place);
        }
        terminal.step("writing");
        Path folder = wish.out() == null ? newFolder(first) : wish.out();
        Output output = new Output(door, folder);
        output.report(place);
        if (wish.export()) {
            output.export(place);
        }
        JsonNode report = JsonMapper.builder()
                .build()
                .readTree(folder.resolve(Output.JSON).toFile());
        Summary.of(report).forEach(terminal::result);
        terminal.result("");
        output.written().forEach(file -> terminal.result(file.toString()));
        return report;
    }

    private int code(JsonNode report, Reading reading) {
        if (reachesLevel(report)) {
            return ExitCode.AT_LEAST_THE_LEVEL;
        }
        return reading.unreadable().isEmpty() ? ExitCode.DONE : ExitCode.SOME_UNREADABLE;
    }

    private boolean reachesLevel(JsonNode report) {
        Level failOn = wish.failOn();
        return failOn != null
                && failOn.isReachedBy(report.path("assessment").path("level").asText(""));
    }

    private Path newFolder(Path first) throws IOException {
        Path fileName = first.toAbsolutePath().normalize().getFileName();
        boolean standard = first.equals(Path.of("-"));
        String name = (fileName == null ? "captures" : standard ? "standard-input" : fileName.toString())
                .replaceAll("[^A-Za-z0-9._-]", "_");
        String cut = name.substring(0, Math.min(LONGEST_NAME, name.length()));
        return Files.createDirectories(Path.of("wirecase-reports", cut + "-" + FOLDER_TIME.format(Instant.now())));
    }
}
