package io.wirecase.capture.tcp;

/**
 * Tells segments sent again from segments that came late, without keeping any data: it remembers how far one side's
 * sequence numbers reached and the last few holes left in them. Bytes seen twice are a retransmission; bytes that fill
 * a hole came late (or were lost before they reached the sensor, which looks the same).
 */
final class SequenceTracker {

    private static final int MAX_HOLES = 8;
    private static final long[] NONE = {};

    private boolean started;
    private long reached;
    /** Most sides never have a hole, and a scan opens very many sides. */
    private long[] holeFrom = NONE;

    private long[] holeTo = NONE;
    private int holes;

    /** Begins at a sequence number, the first byte's. */
    void start(int first) {
        if (!started) {
            started = true;
            reached = first & 0xFFFF_FFFFL;
        }
    }

    /** What a segment with payload was. */
    enum Seen {
        NEW,
        /** It filled a hole. */
        LATE,
        AGAIN
    }

    /** Takes a segment with payload. */
    Seen take(int sequence, long length) {
        start(sequence);
        long from = reached + (sequence - (int) reached);
        long to = from + length;
        if (from >= reached) {
            if (from > reached) {
                addHole(reached, from);
            }
            reached = to;
            return Seen.NEW;
        }
        boolean keepAlive = length == 1 && to == reached;
        boolean late = fillHole(from, Math.min(to, reached));
        reached = Math.max(reached, to);
        return late ? Seen.LATE : keepAlive ? Seen.NEW : Seen.AGAIN;
    }

    /** Bytes in holes that end at or before an acknowledged number and behind what was acknowledged before. */
    long missingBetween(int before, int acknowledged) {
        long bytes = 0;
        for (int i = 0; i < holes; i++) {
            int end = (int) holeTo[i];
            bytes += end - before > 0 && acknowledged - end >= 0 ? holeTo[i] - holeFrom[i] : 0;
        }
        return bytes;
    }

    /** Whether there are holes. */
    boolean holed() {
        return holes > 0;
    }

    /** Whether a first byte is known. */
    boolean started() {
        return started;
    }

    /** How far a sequence number is beyond what was seen; negative when it is not. */
    int beyond(int sequence) {
        return sequence - (int) reached;
    }

    /** Bytes in the holes left. */
    long missing() {
        long bytes = 0;
        for (int i = 0; i < holes; i++) {
            bytes += holeTo[i] - holeFrom[i];
        }
        return bytes;
    }

    private void addHole(long from, long to) {
        if (holeFrom.length == 0) {
            holeFrom = new long[MAX_HOLES];
            holeTo = new long[MAX_HOLES];
        } else if (holes == MAX_HOLES) {
            removeHole(0);
        }
        holeFrom[holes] = from;
        holeTo[holes] = to;
        holes++;
    }

    private void removeHole(int index) {
        holes--;
        System.arraycopy(holeFrom, index + 1, holeFrom, index, holes - index);
        System.arraycopy(holeTo, index + 1, holeTo, index, holes - index);
    }

    /** Whether the range touches a hole; what it covers of it is no hole any more. */
    private boolean fillHole(long from, long to) {
        for (int i = 0; i < holes; i++) {
            if (from < holeTo[i] && to > holeFrom[i]) {
                long rest = holeTo[i];
                if (from <= holeFrom[i]) {
                    holeFrom[i] = Math.min(to, rest);
                } else {
                    holeTo[i] = from;
                    if (to < rest) {
                        addHole(to, rest);
                    }
                }
                if (i < holes && holeFrom[i] >= holeTo[i]) {
                    removeHole(i);
                }
                return true;
            }
        }
        return false;
    }
}
