package io.wirecase.report.wording;

import io.wirecase.report.document.Prose;
import java.util.List;

/**
 * What something may mean.
 *
 * @param title what is read, and how
 * @param points what speaks for or against it, at least one
 */
public record Reading(Prose title, List<Prose> points) {

    /** Keeps its own copy of the list. */
    public Reading {
        points = List.copyOf(points);
    }
}
