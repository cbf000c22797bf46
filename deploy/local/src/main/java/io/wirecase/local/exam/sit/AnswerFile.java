package io.wirecase.local.exam.sit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wirecase.local.exam.sheet.Answer;
import io.wirecase.local.exam.sheet.Raised;
import io.wirecase.local.exam.sheet.Series;
import io.wirecase.local.exam.sheet.Verdict;
import io.wirecase.scenarios.exam.Label;
import io.wirecase.scenarios.exam.paper.Catalog;
import io.wirecase.scenarios.exam.paper.Paper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers as a file, one a line, so that an exam can be marked together with another one's answers. */
public final class AnswerFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AnswerFile() {}

    private record Line(
            String family,
            long seed,
            Map<String, Double> fixed,
            String group,
            Label label,
            List<Raised> alerts,
            List<Series> series,
            @Nullable Verdict verdict,
            long bytes) {

        Answer answer() {
            Paper paper = new Paper(Catalog.named(family).getFirst(), seed, fixed, group);
            return new Answer(paper, label, alerts, series, verdict, bytes);
        }
    }

    /** Writes answers, replacing what was there. */
    public static void write(Path file, Collection<Answer> answers) throws IOException {
        write(answers, Files.newBufferedWriter(file));
    }

    /** Writes answers behind those of a file, which there may be none of. */
    public static void append(Path file, Collection<Answer> answers) throws IOException {
        write(answers, Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    private static void write(Collection<Answer> answers, BufferedWriter file) throws IOException {
        try (BufferedWriter out = file) {
            for (Answer answer : answers) {
                Paper paper = answer.paper();
                out.write(JSON.writeValueAsString(new Line(
                        paper.family().id(),
                        paper.seed(),
                        paper.fixed(),
                        paper.group(),
                        answer.label(),
                        answer.alerts(),
                        answer.series(),
                        answer.verdict(),
                        answer.bytes())));
                out.newLine();
            }
        }
    }

    /**
     * The answers of a file, to each question the last; there may be no file. A last line that was cut, by an exam that
     * was ended the hard way, is no answer.
     */
    public static List<Answer> read(Path file) throws IOException {
        Map<String, Answer> all = new LinkedHashMap<>();
        if (Files.exists(file)) {
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                String line = lines.readLine();
                while (line != null) {
                    String next = lines.readLine();
                    Answer answer = answer(line, next == null);
                    if (answer != null) {
                        all.put(answer.paper().name(), answer);
                    }
                    line = next;
                }
            }
        }
        return new ArrayList<>(all.values());
    }

    private static @Nullable Answer answer(String line, boolean last) throws IOException {
        try {
            return JSON.readValue(line, Line.class).answer();
        } catch (JsonProcessingException cut) {
            if (last) {
                return null;
            }
            throw cut;
        }
    }
}
