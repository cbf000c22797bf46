package io.wirecase.capture.flow;

import org.jspecify.annotations.Nullable;

/** Live flows that share a timeout, the one touched longest ago first; touching one is a few pointer moves. */
final class FlowQueue {

    final long timeoutNanos;
    private @Nullable LiveFlow first;
    private @Nullable LiveFlow last;

    FlowQueue(long timeoutNanos) {
        this.timeoutNanos = timeoutNanos;
    }

    /** The flow touched longest ago, or null. */
    @Nullable
    LiveFlow first() {
        return first;
    }

    /** Whether a flow of this queue has been silent too long. A clock that stepped back as far is silence too. */
    boolean overdue(LiveFlow flow, long nowNanos) {
        long silent = nowNanos - flow.lastNanos();
        return silent > timeoutNanos || silent < -timeoutNanos;
    }

    void append(LiveFlow flow) {
        link(last, flow, null);
    }

    /** Puts a flow where the time of its last packet belongs, which may be behind the capture's. */
    void insert(LiveFlow flow) {
        LiveFlow ahead = last;
        while (ahead != null && ahead.lastNanos() > flow.lastNanos()) {
            ahead = ahead.before;
        }
        link(ahead, flow, ahead == null ? first : ahead.behind);
    }

    private void link(@Nullable LiveFlow ahead, LiveFlow flow, @Nullable LiveFlow next) {
        flow.queue = this;
        flow.before = ahead;
        flow.behind = next;
        if (ahead == null) {
            first = flow;
        } else {
            ahead.behind = flow;
        }
        if (next == null) {
            last = flow;
        } else {
            next.before = flow;
        }
    }

    void remove(LiveFlow flow) {
        LiveFlow before = flow.before;
        LiveFlow behind = flow.behind;
        if (before == null) {
            first = behind;
        } else {
            before.behind = behind;
        }
        if (behind == null) {
            last = before;
        } else {
            behind.before = before;
        }
        flow.queue = null;
        flow.before = null;
        flow.behind = null;
    }
}
