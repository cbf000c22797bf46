package io.wirecase.local.cli;

import io.wirecase.local.exam.sheet.Answer;
import io.wirecase.local.exam.sit.AnswerFile;
import io.wirecase.local.exam.sit.Invigilator;
import io.wirecase.scenarios.exam.paper.Paper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Keeps the answers of an exam as they come, and tells a person how far it is. */
final class ExamProgress implements Invigilator {

    private final Terminal terminal;
    private final Path file;
    private final Set<String> unanswered = new TreeSet<>();
    private int questions;
    private int done;
    private long begun;

    /**
     * Nothing is asked yet.
     *
     * @param file for the answers
     * @param kept whether the answers it has go on counting
     * @throws IOException when the file cannot be read or written
     */
    ExamProgress(Terminal terminal, Path file, boolean kept) throws IOException {
        this.terminal = terminal;
        this.file = file;
        // Written whole: the last line may have been cut.
        AnswerFile.write(file, kept ? AnswerFile.read(file) : List.of());
    }

    /** Those of some questions that have no answer yet. */
    List<Paper> withoutAnswer(List<Paper> papers) throws IOException {
        Set<String> known = AnswerFile.read(file).stream()
                .map(answer -> answer.paper().name())
                .collect(Collectors.toSet());
        return papers.stream().filter(paper -> !known.contains(paper.name())).toList();
    }

    void begin(int papers) {
        questions = papers;
        begun = System.nanoTime();
        terminal.step("putting " + papers + " questions");
    }

    @Override
    public void answered(List<Answer> answers) throws IOException {
        AnswerFile.append(file, answers);
        done += answers.size();
        Duration gone = Duration.ofNanos(System.nanoTime() - begun);
        Duration left = done == 0 ? gone : gone.multipliedBy(questions - done).dividedBy(done);
        terminal.step("%d of %d questions answered in %s, about %s to go"
                .formatted(done, questions, minutes(gone), minutes(left)));
    }

    private static String minutes(Duration time) {
        return "%d:%02d min".formatted(time.toMinutes(), time.toSecondsPart());
    }

    @Override
    public void unanswered(Paper paper, String reason) {
        unanswered.add(paper.name());
        terminal.note("no answer to " + paper.name() + ": " + reason);
    }

    @Override
    public void note(String text) {
        terminal.note(text);
    }

    /** All answers, those of an earlier exam where they are kept, in the order of their questions' names. */
    List<Answer> answers() throws IOException {
        return AnswerFile.read(file).stream()
                .sorted(Comparator.comparing(answer -> answer.paper().name()))
                .toList();
    }

    /** Names of the questions that were put and not answered. */
    Set<String> unanswered() {
        return Set.copyOf(unanswered);
    }
}
