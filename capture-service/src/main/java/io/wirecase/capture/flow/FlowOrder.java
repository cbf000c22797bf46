package io.wirecase.capture.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Lets ended flows out by end, then first packet, then part: one waits here until no flow that is still open can end
 * before it. That depends on packets alone, so the order is the same at any speed.
 *
 * <p>Flows that share a timeout end in order already, so that a few runs take nearly all of them, each in order and
 * merged when they go out; what fits no run is sorted.
 */
final class FlowOrder {

    /** As many as there are queues, and one for flows that ended otherwise. */
    private static final int RUNS = 5;

    private final List<Deque<EndedFlow>> runs = new ArrayList<>(RUNS);
    private final PriorityQueue<EndedFlow> sorted = new PriorityQueue<>();
    private final ParserMemory memory;
    private int waiting;
    private long released;
    /** The one to go next, where that is known. */
    private @Nullable EndedFlow next;

    FlowOrder(ParserMemory memory) {
        this.memory = memory;
        for (int i = 0; i < RUNS; i++) {
            runs.add(new ArrayDeque<>());
        }
    }

    void add(EndedFlow flow) {
        waiting++;
        if (next != null && flow.compareTo(next) < 0) {
            next = flow;
        }
        Deque<EndedFlow> best = null;
        for (Deque<EndedFlow> run : runs) {
            EndedFlow last = run.peekLast();
            if (last == null) {
                best = best == null ? run : best;
            } else if (last.compareTo(flow) < 0 && (best == null || closer(last, best.peekLast()))) {
                best = run;
            }
        }
        if (best == null) {
            sorted.add(flow);
        } else {
            best.addLast(flow);
        }
    }

    private static boolean closer(EndedFlow last, @Nullable EndedFlow than) {
        return than == null || last.compareTo(than) > 0;
    }

    /** Lets out what ended before a time. */
    void releaseBefore(long nanos) {
        for (EndedFlow first = first(); first != null && first.endNanos < nanos; first = first()) {
            releaseFirst();
        }
    }

    /** Lets out the one that ended first, if any waits. */
    void releaseFirst() {
        EndedFlow first = first();
        if (first == null) {
            return;
        }
        for (Deque<EndedFlow> run : runs) {
            if (run.peekFirst() == first) {
                run.removeFirst();
            }
        }
        if (sorted.peek() == first) {
            sorted.remove();
        }
        next = null;
        waiting--;
        released++;
        memory.release(first.held());
        first.depart();
    }

    void releaseAll() {
        while (waiting > 0) {
            releaseFirst();
        }
    }

    private @Nullable EndedFlow first() {
        EndedFlow first = next;
        if (first == null && waiting > 0) {
            first = sorted.peek();
            for (Deque<EndedFlow> run : runs) {
                EndedFlow its = run.peekFirst();
                if (its != null && (first == null || its.compareTo(first) < 0)) {
                    first = its;
                }
            }
            next = first;
        }
        return first;
    }

    int size() {
        return waiting;
    }

    /** Records let out. */
    long released() {
        return released;
    }
}
