package io.wirecase.report.section;

import io.wirecase.core.flow.Flow;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.measurement.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of a pattern whose flows ended differently: what was answered, refused, left open or met silence. */
final class SubPatterns {

    private SubPatterns() {}

    /** A table of them, or empty where all flows ended alike. */
    static Optional<Block> of(PatternCase c) {
        List<List<Prose>> rows = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            List<Flow> flows = c.measured().flows().stream()
                    .filter(f -> Outcome.of(f) == outcome)
                    .toList();
            if (!flows.isEmpty()) {
                rows.add(row(c, outcome, flows));
            }
        }
        return rows.size() < 2
                ? Optional.empty()
                : Optional.of(Write.table(
                        c.facts().say("Sub-patterns of pattern {number}, by what became of the flows"),
                        List.of("Flows that", "Flows#", "Client to server, payload#", "Server to client, payload#"),
                        rows,
                        null));
    }

    private static List<Prose> row(PatternCase c, Outcome outcome, List<Flow> flows) {
        Facts more = c.facts().more();
        Ledger ledger = more.ledger();
        String of = " of flows that " + words(outcome) + ", pattern " + c.number();
        Basis basis = Basis.measured(
                "sum" + of, List.of("claim:" + c.facts().get("flows").id()));
        long up = flows.stream()
                .mapToLong(f -> f.traffic().originator().payloadBytes())
                .sum();
        long down = flows.stream()
                .mapToLong(f -> f.traffic().responder().payloadBytes())
                .sum();
        more.put("n", ledger.count(flows.size(), "", Basis.measured("count" + of, basis.inputs())));
        more.put("sent", ledger.count(up, "bytes", basis));
        more.put("received", ledger.count(down, "bytes", basis));
        List<Prose> cells = new ArrayList<>(List.of(Write.words(words(outcome))));
        cells.addAll(Write.cells(more, "n", "sent", "received"));
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
