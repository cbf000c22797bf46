package io.wirecase.report.section;

import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.measurement.Facts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Short ways to write blocks. */
final class Write {

    private Write() {}

    static Block paragraph(Prose... sentences) {
        return new Block.Paragraph(List.of(sentences));
    }

    static Block items(List<Prose> items) {
        return new Block.Items(false, items);
    }

    static Block ordered(List<Prose> items) {
        return new Block.Items(true, items);
    }

    /** Columns whose names end in {@code #} hold numbers. */
    static Block table(Prose caption, List<String> columns, List<List<Prose>> rows, @Nullable Prose cut) {
        List<String> names = new ArrayList<>();
        List<Boolean> numeric = new ArrayList<>();
        for (String column : columns) {
            boolean number = column.endsWith("#");
            names.add(number ? column.substring(0, column.length() - 1) : column);
            numeric.add(number);
        }
        return new Block.Table(caption, names, numeric, rows, cut);
    }

    /** Cells that are one claim each; a name without claim is a dash. */
    static List<Prose> cells(Facts facts, String... names) {
        List<Prose> cells = new ArrayList<>();
        for (String name : names) {
            cells.add(facts.has(name) ? facts.say("{" + name + "}") : Prose.words("–"));
        }
        return cells;
    }

    /** Several pieces as one sentence or cell. */
    static Prose join(Prose... pieces) {
        List<Prose.Part> parts = new ArrayList<>();
        List<String> claims = new ArrayList<>();
        for (Prose piece : pieces) {
            parts.addAll(piece.parts());
            piece.claims().stream().filter(id -> !claims.contains(id)).forEach(claims::add);
        }
        return new Prose(parts, claims);
    }

    /** Blocks under a heading of their own. */
    static Block group(String anchor, String title, Block... blocks) {
        return new Block.Group(anchor, words(title), List.of(blocks));
    }

    static Prose words(String text) {
        return Prose.words(text);
    }
}
