package io.wirecase.report.wording;

import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.measurement.Facts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Short ways to write blocks and sentences. */
public final class Write {

    private Write() {}

    /** Sentences that run on. */
    public static Block paragraph(Prose... sentences) {
        return new Block.Paragraph(List.of(sentences));
    }

    /** A list without an order. */
    public static Block items(List<Prose> items) {
        return new Block.Items(false, items);
    }

    /** A list whose order means something. */
    public static Block ordered(List<Prose> items) {
        return new Block.Items(true, items);
    }

    /**
     * A table.
     *
     * @param caption what it shows
     * @param columns their names; those that end in {@code #} hold numbers and are named without it
     * @param rows cells, as many in each as there are columns
     * @param cut what is said of rows left out; null where all are there
     */
    public static Block table(Prose caption, List<String> columns, List<List<Prose>> rows, @Nullable Prose cut) {
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
    public static List<Prose> cells(Facts facts, String... names) {
        List<Prose> cells = new ArrayList<>();
        for (String name : names) {
            cells.add(facts.has(name) ? facts.say("{" + name + "}") : Prose.words("–"));
        }
        return cells;
    }

    /** Several pieces as one sentence or cell. */
    public static Prose join(Prose... pieces) {
        List<Prose.Part> parts = new ArrayList<>();
        List<String> claims = new ArrayList<>();
        for (Prose piece : pieces) {
            parts.addAll(piece.parts());
            piece.claims().stream().filter(id -> !claims.contains(id)).forEach(claims::add);
        }
        return new Prose(parts, claims);
    }

    /** Blocks under a heading of their own. */
    public static Block group(String anchor, String title, Block... blocks) {
        return new Block.Group(anchor, words(title), List.of(blocks));
    }

    /** Fixed words without a claim. */
    public static Prose words(String text) {
        return Prose.words(text);
    }
}
