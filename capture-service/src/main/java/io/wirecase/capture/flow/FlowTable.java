package io.wirecase.capture.flow;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The live flows, by key and by how long they have been silent. */
final class FlowTable {

    /**
     * Flows ended per packet and queue. One packet with an absurd time must not end the whole table; two would be
     * enough to keep up, as a packet opens at most one flow.
     */
    private static final int ENDED_PER_PACKET = 4;

    private static final int FIRST_PLACES = 1 << 10;

    /** By the key's hash, flows of one place linked: no object a flow but the flow itself. */
    private @Nullable LiveFlow[] places = new LiveFlow[FIRST_PLACES];

    private int size;
    private final FlowQueue tcp;
    private final FlowQueue other;
    private final FlowQueue over;
    /** Of fragments alone, which are counted when their first one is given up. */
    private final FlowQueue headless;

    /** An array: going through a list would leave an iterator behind for every packet. */
    private final FlowQueue[] queues;

    FlowTable(FlowSettings settings) {
        tcp = new FlowQueue(settings.tcpIdle().toNanos());
        other = new FlowQueue(settings.udpIdle().toNanos());
        over = new FlowQueue(settings.closedLinger().toNanos());
        headless = new FlowQueue(settings.udpIdle().toNanos());
        queues = new FlowQueue[] {tcp, other, over, headless};
    }

    @Nullable
    LiveFlow get(TupleKey key) {
        int hash = key.hashCode();
        LiveFlow flow = places[hash & places.length - 1];
        while (flow != null && (flow.hash != hash || !flow.tuple.equals(key))) {
            flow = flow.beside;
        }
        return flow;
    }

    int size() {
        return size;
    }

    void add(LiveFlow flow) {
        if (++size > places.length) {
            grow();
        }
        place(flow);
        enqueue(flow);
    }

    private void place(LiveFlow flow) {
        int at = flow.hash & places.length - 1;
        flow.beside = places[at];
        places[at] = flow;
    }

    private void grow() {
        @Nullable LiveFlow[] before = places;
        places = new LiveFlow[before.length * 2];
        for (LiveFlow first : before) {
            LiveFlow flow = first;
            while (flow != null) {
                LiveFlow following = flow.beside;
                place(flow);
                flow = following;
            }
        }
    }

    private void displace(LiveFlow flow) {
        int at = flow.hash & places.length - 1;
        LiveFlow before = places[at];
        if (before == flow) {
            places[at] = flow.beside;
        }
        while (before != null && before != flow) {
            if (before.beside == flow) {
                before.beside = flow.beside;
            }
            before = before.beside;
        }
        flow.beside = null;
        size--;
    }

    void remove(LiveFlow flow) {
        displace(flow);
        if (flow.queue != null) {
            flow.queue.remove(flow);
        }
    }

    /** Says that a flow had a packet. */
    void touch(LiveFlow flow) {
        if (flow.queue != null) {
            flow.queue.remove(flow);
        }
        enqueue(flow);
    }

    private void enqueue(LiveFlow flow) {
        if (flow.headless) {
            headless.insert(flow);
        } else {
            queueOf(flow).append(flow);
        }
    }

    private FlowQueue queueOf(LiveFlow flow) {
        if (flow.tcp == null) {
            return other;
        }
        return flow.over() ? over : tcp;
    }

    /** Whether a flow has been silent longer than its kind may be. */
    boolean overdue(LiveFlow flow, long nowNanos) {
        return flow.queue != null && flow.queue.overdue(flow, nowNanos);
    }

    /** Hands flows that have been silent too long to the caller, who removes them; a few at a time. */
    void expire(long nowNanos, Consumer<LiveFlow> end) {
        for (FlowQueue queue : queues) {
            for (int i = 0; i < ENDED_PER_PACKET; i++) {
                LiveFlow first = queue.first();
                if (first == null || !queue.overdue(first, nowNanos)) {
                    break;
                }
                end.accept(first);
            }
        }
    }

    /** The flow that was silent longest, or null when there is none. */
    @Nullable
    LiveFlow stalest() {
        LiveFlow stalest = null;
        for (FlowQueue queue : queues) {
            LiveFlow first = queue.first();
            if (first != null && (stalest == null || first.lastNanos() < stalest.lastNanos())) {
                stalest = first;
            }
        }
        return stalest;
    }
}
