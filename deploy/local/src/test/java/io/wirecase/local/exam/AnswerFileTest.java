package io.wirecase.local.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirecase.local.exam.sheet.Answer;
import io.wirecase.local.exam.sheet.Verdict;
import io.wirecase.local.exam.sit.AnswerFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that are kept from one exam to the next. */
class AnswerFileTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsNotAskedAgainIsKeptAsItWas() throws IOException {
        Path file = folder.resolve("answers.jsonl");
        Answer timed = Sheets.timed("42-beacon-jitter-30", 1, Sheets.series(300, 301, 0.9));
        Answer judged =
                Sheets.judged("08-browsing-burst", 1, new Verdict("benign", 0.02), Sheets.flow("error_code", 10));
        AnswerFile.write(file, List.of(timed, judged));

        Answer again = Sheets.answer(
                "08-browsing-burst",
                1,
                List.of(Sheets.expected("vertical_scan")),
                Set.of(),
                Sheets.raised("vertical_scan", 100, Sheets.ACTOR));
        AnswerFile.append(file, List.of(again));
        List<Answer> all = AnswerFile.read(file);

        assertThat(all).hasSize(2);
        assertThat(all.get(1).alerts()).isEqualTo(again.alerts());
        Answer kept = all.stream()
                .filter(answer -> !answer.series().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(kept.label()).isEqualTo(timed.label());
        assertThat(kept.series()).isEqualTo(timed.series());
        assertThat(kept.paper().name()).isEqualTo(timed.paper().name());
        assertThat(AnswerFile.read(folder.resolve("none"))).isEmpty();
    }

    @Test
    void anAnswerThatWasCutWhileItWasWrittenIsNone() throws IOException {
        Path file = folder.resolve("answers.jsonl");
        AnswerFile.write(
                file,
                List.of(
                        Sheets.answer("08-browsing-burst", 1, List.of(), Set.of()),
                        Sheets.answer("08-browsing-burst", 2, List.of(), Set.of())));
        String whole = Files.readString(file);

        Files.writeString(file, whole.substring(0, whole.length() - 20));
        assertThat(AnswerFile.read(file))
                .singleElement()
                .satisfies(answer -> assertThat(answer.paper().seed()).isEqualTo(1));

        Files.writeString(file, whole.substring(20));
        assertThatThrownBy(() -> AnswerFile.read(file)).isInstanceOf(IOException.class);
    }
}
