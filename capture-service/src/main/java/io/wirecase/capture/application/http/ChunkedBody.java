package io.wirecase.capture.application.http;

import io.wirecase.capture.application.stream.Chunk;

/** Finds the end of a chunked body (RFC 9112 section 7.1) and counts the data in it. */
final class ChunkedBody {

    /** Sizes of more hex digits than this are hostile. */
    private static final int MAX_DIGITS = 15;
    /** Extensions and trailers beyond this are hostile. */
    private static final int MAX_LINE = 16 * 1024;

    private enum State {
        SIZE,
        EXTENSION,
        DATA,
        AFTER_DATA,
        TRAILER,
        ENDED,
        BROKEN
    }

    private State state = State.SIZE;
    private long size;
    private int digits;
    private int lineBytes;
    private int trailerBytes;
    private long counted;

    void begin() {
        state = State.SIZE;
        size = 0;
        digits = 0;
        lineBytes = 0;
        trailerBytes = 0;
    }

    boolean ended() {
        return state == State.ENDED;
    }

    boolean broken() {
        return state == State.BROKEN;
    }

    /** Data bytes counted since last asked. */
    long takeCounted() {
        long its = counted;
        counted = 0;
        return its;
    }

    /** Reads until the chunk or the body ends; the bytes used. */
    int read(Chunk chunk) {
        int used = 0;
        while (used < chunk.length() && !ended() && !broken()) {
            if (state == State.DATA) {
                int its = (int) Math.min(size, chunk.length() - used);
                data(its);
                used += its;
            } else {
                next(chunk.at(used++));
            }
        }
        return used;
    }

    private void data(long bytes) {
        counted += bytes;
        size -= bytes;
        if (size == 0) {
            state = State.AFTER_DATA;
        }
    }

    private void next(int b) {
        switch (state) {
            case SIZE -> size(b);
            case EXTENSION -> {
                if (b == '\n') {
                    sized();
                } else if (++lineBytes > MAX_LINE) {
                    state = State.BROKEN;
                }
            }
            case AFTER_DATA -> {
                if (b == '\n') {
                    begin();
                } else if (b != '\r') {
                    state = State.BROKEN;
                }
            }
            case TRAILER -> trailer(b);
            default -> throw new IllegalStateException("no line in state " + state);
        }
    }

    private void size(int b) {
        int digit = Character.digit(b, 16);
        if (digit >= 0 && digits < MAX_DIGITS) {
            size = size << 4 | digit;
            digits++;
        } else if (digits == 0 || digit >= 0) {
            state = State.BROKEN;
        } else if (b == '\n') {
            sized();
        } else if (b == ';' || b == '\r' || b == ' ' || b == '\t') {
            state = State.EXTENSION;
        } else {
            state = State.BROKEN;
        }
    }

    private void sized() {
        state = size == 0 ? State.TRAILER : State.DATA;
        lineBytes = 0;
    }

    private void trailer(int b) {
        if (b == '\n') {
            if (lineBytes == 0) {
                state = State.ENDED;
            }
            lineBytes = 0;
        } else if (b != '\r') {
            lineBytes++;
        }
        if (++trailerBytes > MAX_LINE) {
            state = State.BROKEN;
        }
    }

    /** Whether missing bytes lie wholly inside a chunk's data, so that reading can go on. */
    boolean gap(long missing) {
        if (state == State.DATA && missing <= size) {
            data(missing);
            return true;
        }
        if (state == State.DATA) {
            counted += size;
        }
        state = State.BROKEN;
        return false;
    }
}
