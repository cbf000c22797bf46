package io.wirecase.capture.application.dialog;

import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Gathered;

/** Cuts one side's bytes into lines that end in a line feed, with or without a carriage return before it. */
final class LineReader {

    /** The longest line kept; of a longer one, its beginning. */
    static final int MAX_LINE = 1024;

    private final Gathered line = new Gathered(MAX_LINE);
    private boolean midLine;
    private boolean torn;
    private long skip;

    /** Whether the next byte begins a line. */
    boolean atStart() {
        return !midLine && skip == 0;
    }

    /** Bytes of memory it takes. */
    int held() {
        return line.held();
    }

    /** Leaves out so many of the next bytes; lines begin again behind them. */
    void skip(long bytes) {
        skip = Math.max(0, bytes);
    }

    /** Takes bytes up to the end of a line; how many were used. */
    int take(Chunk chunk) {
        if (skip > 0) {
            int its = (int) Math.min(skip, chunk.length());
            skip -= its;
            return its;
        }
        int used = 0;
        while (used < chunk.length()) {
            if (chunk.at(used++) == '\n') {
                line.add(chunk, 0, used);
                midLine = false;
                return used;
            }
        }
        line.add(chunk, 0, used);
        midLine = used > 0 || midLine;
        return used;
    }

    /** Whether a line has just ended; one that bytes are missing from is not told. */
    boolean ended() {
        boolean its = !midLine && line.length() > 0;
        if (its && torn) {
            torn = false;
            line.drop(line.length());
            return false;
        }
        return its;
    }

    /** The line that ended, without its end; one char a byte. */
    String takeLine() {
        int end = line.length();
        while (end > 0 && (line.at(end - 1) == '\n' || line.at(end - 1) == '\r')) {
            end--;
        }
        String text = line.text(0, end);
        line.drop(line.length());
        return text;
    }

    /** Bytes are missing: inside what is skipped they count, else the line they were in is given up. */
    void gap(long missing) {
        if (missing <= skip) {
            skip -= missing;
        } else {
            skip = 0;
            torn = true;
            midLine = true;
        }
    }
}
