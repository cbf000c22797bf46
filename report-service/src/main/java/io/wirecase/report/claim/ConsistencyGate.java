package io.wirecase.report.claim;

import io.wirecase.report.document.Block;
import io.wirecase.report.document.Chart;
import io.wirecase.report.document.Document;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a whole report and refuses it when its parts contradict each other. */
public final class ConsistencyGate {

    private static final double TOLERANCE = 1e-9;

    private final List<Refusal> refusals = new ArrayList<>();
    private final Set<String> sentences = new HashSet<>();
    private final Map<String, String> adjectives = new HashMap<>();

    /** Parts must sum to their total. */
    public ConsistencyGate sum(String name, double total, List<Double> parts) {
        double sum = parts.stream().mapToDouble(Double::doubleValue).sum();
        if (Math.abs(sum - total) > TOLERANCE * Math.max(1, Math.abs(total))) {
            refusals.add(new Refusal(Refusal.Reason.SUM, sum + " is not " + total, name));
        }
        return this;
    }

    /** A metric has one adjective in the whole report. */
    public ConsistencyGate adjective(String metric, String adjective) {
        String before = adjectives.putIfAbsent(metric, adjective);
        if (before != null && !before.equals(adjective)) {
            refusals.add(new Refusal(Refusal.Reason.ADJECTIVE, before + " and " + adjective, metric));
        }
        return this;
    }

    /** Every alert is in exactly one pattern or in the counted remainder. */
    public ConsistencyGate placed(long alerts, long inPatterns, long remainder) {
        if (alerts != inPatterns + remainder) {
            refusals.add(new Refusal(
                    Refusal.Reason.UNPLACED, inPatterns + " and " + remainder + " of " + alerts, "alerts in patterns"));
        }
        return this;
    }

    /** No section is empty and no sentence of a paragraph stands twice. */
    public ConsistencyGate document(Document document) {
        for (Section section : document.sections()) {
            if (section.blocks().isEmpty()) {
                refusals.add(new Refusal(Refusal.Reason.EMPTY, section.id(), section.title()));
            }
            section.blocks().forEach(block -> block(section, block));
        }
        return this;
    }

    /** What was found; empty when the report is consistent. */
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    private void block(Section section, Block block) {
        switch (block) {
            case Block.Paragraph(var prose) -> {
                empty(section, prose);
                prose.forEach(this::once);
            }
            case Block.Items(var ordered, var items) -> empty(section, items);
            case Block.Table table -> empty(section, table.rows());
            case Chart chart -> empty(section, chart.shown());
            case Block.Group group -> {
                empty(section, group.blocks());
                group.blocks().forEach(inner -> block(section, inner));
            }
            case Block.Verdict verdict -> empty(section, verdict.reasons());
        }
    }

    private void empty(Section section, List<?> content) {
        if (content.isEmpty()) {
            refusals.add(new Refusal(Refusal.Reason.EMPTY, "a block without content", section.title()));
        }
    }

    private void once(Prose prose) {
        if (!sentences.add(prose.text())) {
            refusals.add(new Refusal(Refusal.Reason.REPEATED, "stands twice", prose.text()));
        }
    }
}
