package io.wirecase.capture.tcp;

import io.wirecase.core.net.Party;
import java.util.ArrayList;
import java.util.List;

/**
 * One side's TCP payload in order, for the parsers: what comes early waits (up to {@link #MAX_WAITING} bytes), what
 * comes twice is delivered as it came first, what never comes is reported as a gap.
 */
final class StreamOrder {

    /** The most bytes one side may have waiting. */
    static final int MAX_WAITING = 65_536;

    /** Farther from the expected byte than any window reaches (RFC 7323): not of this stream. */
    private static final long MAX_WINDOW = 1L << 30;

    /** The most segments one side may have waiting: tiny ones cost more than their bytes. */
    private static final int MAX_SEGMENTS = 128;

    private final Party sender;
    private final ByteBudget budget;
    /** Made when the first comes early: most streams never have one, and a scan opens very many. */
    private List<Early> waiting = List.of();

    private int waitingBytes;
    private boolean started;
    private long next;

    StreamOrder(Party sender, ByteBudget budget) {
        this.sender = sender;
        this.budget = budget;
    }

    private record Early(long from, long to, Segment segment) {}

    /** Begins at a sequence number, the first byte's. */
    void start(int first) {
        if (!started) {
            started = true;
            next = first & 0xFFFF_FFFFL;
        }
    }

    /** Takes the payload that begins at a sequence number. */
    void accept(int sequence, Segment segment, Delivery to) {
        if (!to.wantsMore()) {
            drop();
            return;
        }
        start(sequence);
        long from = next + (sequence - (int) next);
        if (Math.abs(from - next) > MAX_WINDOW) {
            return;
        }
        long end = from + segment.length();
        while (from > next && !keep(from, end, segment)) {
            makeRoom(from, to);
        }
        while (from <= next && end > next) {
            // Bytes that wait came first: the newcomer only fills what is missing between them.
            long stop =
                    waiting.isEmpty() ? end : Math.min(end, waiting.getFirst().from());
            deliver(segment.part(next - from, stop - from), to);
            deliverWaiting(to);
        }
    }

    /** Delivers what waits, with the gaps before it: nothing more will come. */
    void finish(Delivery to) {
        while (!waiting.isEmpty()) {
            skipGap(to);
        }
    }

    private void deliver(Segment segment, Delivery to) {
        if (segment.captured() > 0) {
            to.data(sender, segment);
        }
        if (segment.length() > segment.captured()) {
            to.gap(sender, segment.length() - segment.captured());
        }
        next += segment.length();
    }

    private void deliverWaiting(Delivery to) {
        while (!waiting.isEmpty() && waiting.getFirst().from() <= next) {
            Early early = waiting.removeFirst();
            release(early);
            if (early.to() > next) {
                deliver(early.segment().part(next - early.from(), early.to() - early.from()), to);
            }
        }
    }

    /** Gives up on the bytes before the first waiting segment. */
    private void skipGap(Delivery to) {
        long missing = waiting.getFirst().from() - next;
        to.gap(sender, missing);
        next += missing;
        deliverWaiting(to);
    }

    /** Makes room: skips to what waits, or to the newcomer when nothing does. */
    private void makeRoom(long newcomer, Delivery to) {
        if (waiting.isEmpty()) {
            budget.skip(newcomer - next);
            to.gap(sender, newcomer - next);
            next = newcomer;
        } else {
            budget.skip(waiting.getFirst().from() - next);
            skipGap(to);
        }
    }

    /** Keeps the parts of a segment that are not waiting yet. Returns false when there is no room. */
    private boolean keep(long from, long to, Segment segment) {
        if (waitingBytes + segment.captured() > MAX_WAITING
                || waiting.size() >= MAX_SEGMENTS
                || !budget.take(segment.captured())) {
            return false;
        }
        budget.give(segment.captured());
        long start = from;
        int index = 0;
        while (index < waiting.size() && start < to) {
            Early other = waiting.get(index);
            if (start < other.from()) {
                long stop = Math.min(to, other.from());
                insert(index, start, segment.part(start - from, stop - from));
                index++;
            }
            start = Math.max(start, other.to());
            index++;
        }
        if (start < to) {
            insert(waiting.size(), start, segment.part(start - from, to - from));
        }
        return true;
    }

    private void insert(int index, long from, Segment part) {
        Segment kept = part.kept();
        waitingBytes += kept.captured();
        waiting = waiting.isEmpty() ? new ArrayList<>() : waiting;
        budget.take(kept.captured());
        waiting.add(index, new Early(from, from + kept.length(), kept));
    }

    private void release(Early early) {
        int bytes = early.segment().captured();
        waitingBytes -= bytes;
        budget.give(bytes);
    }

    /** Forgets what waits. */
    void drop() {
        if (!waiting.isEmpty()) {
            waiting.forEach(this::release);
            waiting = List.of();
        }
    }
}
