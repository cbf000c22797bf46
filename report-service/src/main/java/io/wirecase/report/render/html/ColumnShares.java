package io.wirecase.report.render.html;

import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import java.util.List;

/**
 * How wide the columns of a table are on paper, where the width of all is given. Each column first gets room for its
 * longest word, so that no word is broken that need not be; what is left goes to columns with much to say. Widths are
 * counted in characters of usual width.
 */
final class ColumnShares {

    /** What a line of an A4 page holds in the size of tables, and in the size of tables with many columns. */
    private static final int LINE = 108;

    private static final int LONG_LINE = 124;
    private static final int LONGEST_CELL = 80;
    /** A time to the microsecond; ids and hashes are longer and are broken. */
    private static final int LONGEST_WORD = 27;
    /** What the space between columns takes, and that digits, capitals and bold letters are wider than usual. */
    private static final double SPACE = 2;

    private static final double WIDER = 1.1;
    private static final double WHOLE = 100;

    private final Block.Table table;
    private final double[] words;
    private final double[] usual;

    private ColumnShares(Block.Table table) {
        this.table = table;
        int columns = table.columns().size();
        this.words = new double[columns];
        this.usual = new double[columns];
        for (int i = 0; i < columns; i++) {
            read(i);
        }
    }

    /**
     * A share in percent for each column, together 100 or a little less.
     *
     * @param many whether the table is set in the smaller size
     */
    static double[] of(Block.Table table, boolean many) {
        return new ColumnShares(table).shares(many ? LONG_LINE : LINE);
    }

    private double[] shares(double line) {
        double[] widths = words.clone();
        double taken = sum(widths);
        if (taken > line) {
            // Not every word fits: the longest give way, down to one length for all of them.
            double most = fitting(line);
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.min(widths[i], most);
            }
        } else {
            double wanted = 0;
            for (int i = 0; i < widths.length; i++) {
                wanted += Math.max(0, usual[i] - widths[i]);
            }
            for (int i = 0; i < widths.length && wanted > 0; i++) {
                widths[i] += (line - taken) * Math.max(0, usual[i] - words[i]) / wanted;
            }
        }
        double all = sum(widths);
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.floor(widths[i] / all * WHOLE * 10) / 10;
        }
        return widths;
    }

    private double fitting(double line) {
        double most = line;
        while (most > 1) {
            double sum = 0;
            for (double word : words) {
                sum += Math.min(word, most);
            }
            if (sum <= line) {
                return most;
            }
            most -= 1;
        }
        return most;
    }

    private void read(int column) {
        double word = longestWord(table.columns().get(column)) * WIDER;
        double cells = 0;
        int count = 0;
        for (List<Prose> row : table.rows()) {
            if (column < row.size()) {
                String text = row.get(column).text();
                word = Math.max(word, longestWord(text) * WIDER);
                cells += Math.min(LONGEST_CELL, text.length());
                count++;
            }
        }
        words[column] = SPACE + word;
        usual[column] = SPACE + (count == 0 ? 0 : cells / count);
    }

    private static int longestWord(String text) {
        int longest = 0;
        for (String word : text.split(" ", -1)) {
            longest = Math.max(longest, word.length());
        }
        return Math.min(LONGEST_WORD, longest);
    }

    private static double sum(double[] widths) {
        double sum = 0;
        for (double width : widths) {
            sum += width;
        }
        return sum;
    }
}
