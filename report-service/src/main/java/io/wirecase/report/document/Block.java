package io.wirecase.report.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a section. The compiler names every renderer that has not heard of a new one. */
public sealed interface Block permits Block.Paragraph, Block.Items, Block.Table, Block.Verdict, Block.Group, Chart {

    /** Sentences that make one paragraph. */
    record Paragraph(List<Prose> sentences) implements Block {
        /** Keeps its own copy of the list. */
        public Paragraph {
            sentences = List.copyOf(sentences);
        }
    }

    /** A list. @param ordered whether the order means something */
    record Items(boolean ordered, List<Prose> items) implements Block {
        /** Keeps its own copy of the list. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * A table; every row has as many cells as there are columns.
     *
     * @param caption what it shows
     * @param columns the columns' labels
     * @param numeric for each column whether it holds numbers
     * @param rows the rows, at least one
     * @param cut "shown n of N", or null when nothing was cut
     */
    record Table(
            Prose caption,
            List<String> columns,
            List<Boolean> numeric,
            List<List<Prose>> rows,
            @Nullable Prose cut) implements Block {
        /** Keeps its own copies of the lists. */
        public Table {
            columns = List.copyOf(columns);
            numeric = List.copyOf(numeric);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * The verdict on a pattern or on everything.
     *
     * @param title what it is about
     * @param disposition {@code benign}, {@code suspicious} or {@code malicious}
     * @param likelihood the sentence on likelihood
     * @param confidence the sentence on confidence
     * @param reasons why
     */
    record Verdict(Prose title, String disposition, Prose likelihood, Prose confidence, List<Prose> reasons)
            implements Block {
        /** Keeps its own copy of the list. */
        public Verdict {
            reasons = List.copyOf(reasons);
        }
    }

    /** Blocks under a heading of their own, for example one pattern. @param anchor a stable id */
    record Group(String anchor, Prose title, List<Block> blocks) implements Block {
        /** Keeps its own copy of the list. */
        public Group {
            blocks = List.copyOf(blocks);
        }
    }
}
