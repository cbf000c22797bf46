package io.wirecase.capture.flow;

import io.wirecase.core.flow.Flow;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Lets ended flows out by end, then first packet, then part: one waits here until no flow that is still open can end
 * before it. That depends on packets alone, so the order is the same at any speed.
 */
final class FlowOrder {

    private static final Comparator<Flow> ORDER = Comparator.comparingLong(
                    (Flow flow) -> flow.span().endNanos())
            .thenComparingLong(flow -> flow.span().firstPacket())
            .thenComparingInt(flow -> flow.ending().part());

    private final PriorityQueue<Flow> waiting = new PriorityQueue<>(ORDER);
    private final Consumer<Flow> out;
    private long released;

    FlowOrder(Consumer<Flow> out) {
        this.out = out;
    }

    void add(Flow flow) {
        waiting.add(flow);
    }

    /** Lets out what ended before a time. */
    void releaseBefore(long nanos) {
        while (!waiting.isEmpty() && waiting.element().span().endNanos() < nanos) {
            releaseFirst();
        }
    }

    void releaseFirst() {
        released++;
        out.accept(waiting.remove());
    }

    void releaseAll() {
        while (!waiting.isEmpty()) {
            releaseFirst();
        }
    }

    int size() {
        return waiting.size();
    }

    /** Records let out. */
    long released() {
        return released;
    }
}
