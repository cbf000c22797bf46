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
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a whole report and refuses it when its parts contradict each other. */
public final class ConsistencyGate {

    private static final double TOLERANCE = 1e-9;
    private static final Pattern SHOWN = Pattern.compile("Shown (\\d{1,18}) of (\\d{1,18})");

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

    /** No section is empty, no sentence of a paragraph stands twice, and every list holds what it says it holds. */
    public ConsistencyGate document(Document document) {
        for (Section section : document.sections()) {
            if (section.blocks().isEmpty()) {
                refusals.add(new Refusal(Refusal.Reason.EMPTY, section.id(), section.title()));
            }
            blocks(section, section.blocks());
        }
        return this;
    }

    /**
     * Every pattern is in every section that goes pattern by pattern: in groups whose anchor ends in its number.
     *
     * @param ids the sections that go pattern by pattern
     * @param patterns the numbers of the patterns
     */
    public ConsistencyGate analysed(Document document, Set<String> ids, Set<Integer> patterns) {
        for (Section section : document.sections()) {
            if (!ids.contains(section.id())) {
                continue;
            }
            Set<Integer> left = new TreeSet<>(patterns);
            for (Block block : section.blocks()) {
                if (block instanceof Block.Group(var anchor, var title, var inner)) {
                    left.removeIf(n -> anchor.endsWith("-" + n));
                }
            }
            left.forEach(n ->
                    refusals.add(new Refusal(Refusal.Reason.INCOMPLETE, "nothing on pattern " + n, section.title())));
        }
        return this;
    }

    /** What was found; empty when the report is consistent. */
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    private void blocks(Section section, List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            block(section, blocks.get(i));
            announced(section, blocks.get(i), i + 1 == blocks.size());
        }
    }

    private void block(Section section, Block block) {
        switch (block) {
            case Block.Paragraph(var prose) -> {
                empty(section, prose);
                prose.forEach(this::once);
            }
            case Block.Items(var ordered, var items) -> empty(section, items);
            case Block.Table table -> table(section, table);
            case Chart chart -> empty(section, chart.shown());
            case Block.Group group -> {
                empty(section, group.blocks());
                blocks(section, group.blocks());
            }
            case Block.Verdict verdict -> empty(section, verdict.reasons());
        }
    }

    /** A sentence that ends in a colon announces what must follow. */
    private void announced(Section section, Block block, boolean last) {
        List<Prose> said = switch (block) {
            case Block.Paragraph(var prose) -> last && !prose.isEmpty() ? List.of(prose.getLast()) : List.of();
            case Block.Items(var ordered, var items) -> items;
            default -> List.of();
        };
        said.stream()
                .filter(p -> p.text().strip().endsWith(":"))
                .forEach(p -> refusals.add(
                        new Refusal(Refusal.Reason.EMPTY, "nothing follows: " + p.text(), section.title())));
    }

    private void table(Section section, Block.Table table) {
        empty(section, table.rows());
        boolean filled = table.rows().stream().flatMap(List::stream).anyMatch(cell -> said(cell.text()));
        if (!table.rows().isEmpty() && !filled) {
            refusals.add(new Refusal(Refusal.Reason.EMPTY, "a table without a value", section.title()));
        }
        Prose cut = table.cut();
        Matcher counts = SHOWN.matcher(cut == null ? "" : cut.text());
        if (counts.find()) {
            long shown = Long.parseLong(counts.group(1));
            if (shown != table.rows().size() || shown >= Long.parseLong(counts.group(2))) {
                String found = counts.group() + " over " + table.rows().size() + " rows";
                refusals.add(new Refusal(Refusal.Reason.INCOMPLETE, found, section.title()));
            }
        }
    }

    private static boolean said(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
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
