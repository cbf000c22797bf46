package io.wirecase.local.exam.page;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wirecase.local.exam.mark.Curves;
import io.wirecase.local.exam.mark.Families;
import io.wirecase.local.exam.mark.Results;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes all pages of one exam. */
public final class Pages {

    private Pages() {}

    /**
     * Writes {@code exam.md}, {@code exam.html}, {@code exam.json} and {@code images/exam-*.svg}, replacing what was
     * there.
     *
     * @param folder made where it is missing
     * @return the three pages
     * @throws IOException when they cannot be written
     */
    public static List<Path> write(Results results, Path folder) throws IOException {
        Path images = Files.createDirectories(folder.resolve("images"));
        Map<String, String> plots = new LinkedHashMap<>();
        for (Curves.Mark mark : results.curves()) {
            plots.put(mark.curve().id(), Plot.of(mark));
        }
        for (Map.Entry<String, String> plot : plots.entrySet()) {
            Files.writeString(
                    images.resolve("exam-" + plot.getKey() + ".svg"), plot.getValue(), StandardCharsets.UTF_8);
        }
        String title = "The exam";
        String lead = lead(results);
        List<Section> sections = new Contents(results).sections();
        List<Path> written = new ArrayList<>();
        written.add(file(folder.resolve("exam.md"), Markdown.of(title, lead, sections)));
        written.add(file(folder.resolve("exam.html"), Html.of(title, lead, sections, plots)));
        String json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(results);
        written.add(file(folder.resolve("exam.json"), json + "\n"));
        return written;
    }

    private static String lead(Results results) {
        IntSummaryStatistics each =
                results.families().stream().mapToInt(Families.Mark::instances).summaryStatistics();
        String instances = each.getMin() == each.getMax() ? "" + each.getMax() : each.getMin() + " to " + each.getMax();
        Results.Questions questions = results.questions();
        return "Wirecase " + results.version() + ", " + questions.answered() + " captures through the whole pipeline, "
                + (each.getCount() == 0 ? "none" : instances)
                + " of each family of traffic. Every capture is drawn from "
                + "its seed: hosts, operating systems, distances, rates, ports, sizes, clock noise, loss of 0, 1 or "
                + "5 %, conversations seen from their middle, and background; good and bad draw from the same. "
                + "`./wirecase exam` repeats it."
                + (questions.unanswered().isEmpty()
                        ? ""
                        : " Without an answer: " + String.join(", ", questions.unanswered()) + ".");
    }

    private static Path file(Path file, String text) throws IOException {
        return Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
