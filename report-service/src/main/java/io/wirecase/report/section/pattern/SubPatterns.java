package io.wirecase.report.section.pattern;

import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.measurement.Measurement;
import io.wirecase.report.measurement.Outcome;
import io.wirecase.report.measurement.SubPattern;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of a pattern whose flows ended differently, each measured by itself. */
final class SubPatterns {

    private SubPatterns() {}

    /** A table of them, or empty where all flows ended alike. */
    static Optional<Block> of(PatternCase c) {
        Measurement.Shape shape = c.measured().shape();
        if (shape == null || shape.parts().size() < 2) {
            return Optional.empty();
        }
        List<List<Prose>> rows = new ArrayList<>();
        for (SubPattern part : shape.parts()) {
            rows.add(row(c.facts(), part.outcome()));
        }
        return Optional.of(Write.table(
                c.facts()
                        .say("Sub-patterns of pattern {number}, by what became of the flows; below {partMin}"
                                + " flows only"
                                + " the count is stated"),
                List.of(
                        "Flows that",
                        "Flows#",
                        "Share#",
                        "Timing",
                        "Period#",
                        "Median duration#",
                        "Payload, client to server#",
                        "Payload, server to client#"),
                rows,
                null));
    }

    private static List<Prose> row(Facts facts, Outcome outcome) {
        String name = outcome.name().toLowerCase(Locale.ROOT);
        List<Prose> cells = new ArrayList<>(List.of(Write.words(words(outcome))));
        cells.addAll(Write.cells(
                facts,
                name,
                name + "Share",
                name + "Class",
                name + "Period",
                name + "Duration",
                name + "Up",
                name + "Down"));
        return cells;
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case ANSWERED -> "were answered";
            case EMPTY -> "opened, and nothing was said back";
            case REFUSED -> "were refused by the other end";
            case SILENT -> "met silence";
        };
    }
}
