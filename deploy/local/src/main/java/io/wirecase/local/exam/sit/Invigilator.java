package io.wirecase.local.exam.sit;

import io.wirecase.local.exam.sheet.Answer;
import io.wirecase.scenarios.exam.paper.Paper;
import java.io.IOException;
import java.util.List;

/** Is told what happens during an exam, by one thread at a time, as it happens. */
public interface Invigilator {

    /**
     * Some questions are answered.
     *
     * @throws IOException when the answers cannot be kept; the exam ends then
     */
    void answered(List<Answer> answers) throws IOException;

    /** A question could not be answered, even when it was put a second time. */
    void unanswered(Paper paper, String reason);

    /** Something a person should know that costs no answer. */
    void note(String text);
}
