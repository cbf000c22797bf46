package io.wirecase.report.gap;

import io.wirecase.report.document.Prose;
import java.util.List;
import java.util.Locale;

/**
 * Something a reader would want to know.
 *
 * @param id a stable id, for example {@code packet_content}
 * @param title the question
 * @param state the least closed state of its answers
 * @param answers one for each pattern it was asked of, or one for all
 */
public record Gap(String id, String title, State state, List<Answer> answers) {

    /** Keeps its own copy of the list. */
    public Gap {
        answers = List.copyOf(answers);
    }

    /** How far a gap is closed; ordered from closed to open. */
    public enum State {
        CLOSED,
        PARTLY,
        OPEN;

        /** The word in reports. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a query found.
     *
     * @param pattern the pattern's number
     * @param state how far that closes the gap
     * @param reason what was found, or what is missing
     */
    public record Answer(int pattern, State state, Prose reason) {}
}
