package io.wirecase.capture.source;

/** Walks the options of a pcapng block; one that runs past the block ends the walk. */
final class PcapNgOptions {

    private final ByteWindow window;
    private final boolean big;
    private final int end;
    private int at;
    private int length;

    PcapNgOptions(ByteWindow window, boolean big, int from, int end) {
        this.window = window;
        this.big = big;
        this.at = from;
        this.end = end;
        this.length = -1;
    }

    /** Steps to the next option. Returns its code, or 0 at the end. */
    int next() {
        if (length >= 0) {
            at += 4 + (length + 3 & ~3);
        }
        if (end - at < 4) {
            return 0;
        }
        int code = window.u16(at, big);
        length = window.u16(at + 2, big);
        return length > end - at - 4 ? 0 : code;
    }

    /** The current option's value as one unsigned byte, or the other value when it has another length. */
    int u8(int otherwise) {
        return length == 1 ? window.u8(at + 4) : otherwise;
    }

    /** The current option's value as 64 bits, or the other value when it has another length. */
    long i64(long otherwise) {
        return length == Long.BYTES ? window.i64(at + 4, big) : otherwise;
    }
}
