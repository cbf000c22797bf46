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
        flow.queue = this;
        flow.before = last;
        flow.behind = null;
        if (last == null) {
            first = flow;
        } else {
            last.behind = flow;
        }
        last = flow;
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
