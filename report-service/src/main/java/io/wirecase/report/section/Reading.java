package io.wirecase.report.section;

import io.wirecase.report.document.Prose;
import java.util.List;

/**
 * What something may mean.
 *
 * @param title what is read, and how
 * @param points what speaks for or against it, at least one
 */
record Reading(Prose title, List<Prose> points) {

    /** Keeps its own copy of the list. */
    Reading {
        points = List.copyOf(points);
    }
}
