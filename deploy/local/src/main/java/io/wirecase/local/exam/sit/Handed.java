package io.wirecase.local.exam.sit;

import io.wirecase.local.exam.sheet.Answer;
import io.wirecase.scenarios.exam.paper.Paper;
import java.util.List;
import java.util.Map;

/**
 * What came of a batch.
 *
 * @param answers to the questions that were answered
 * @param unanswered the others, with the reason
 * @param notes what else went wrong
 */
record Handed(List<Answer> answers, Map<Paper, String> unanswered, List<String> notes) {

    /** Keeps its own copies. */
    Handed {
        answers = List.copyOf(answers);
        unanswered = Map.copyOf(unanswered);
        notes = List.copyOf(notes);
    }
}
