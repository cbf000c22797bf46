package io.wirecase.local.exam.sheet;

import io.wirecase.scenarios.exam.Label;
import io.wirecase.scenarios.exam.paper.Paper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question with what came back.
 *
 * @param paper the question
 * @param label what is true
 * @param alerts what was alerted
 * @param series the timed series, in the label's order
 * @param verdict the report's, or null where none was asked for
 * @param bytes size of the capture
 */
public record Answer(
        Paper paper,
        Label label,
        List<Raised> alerts,
        List<Series> series,
        @Nullable Verdict verdict,
        long bytes) {

    /** Keeps its own copies. */
    public Answer {
        alerts = List.copyOf(alerts);
        series = List.copyOf(series);
    }

    /** The highest score of any alert that names the actor; 0 without one. */
    public int score() {
        return alerts.stream()
                .filter(alert ->
                        alert.host().equals(label.actor()) || alert.peer().equals(label.actor()))
                .mapToInt(Raised::score)
                .max()
                .orElse(0);
    }
}
