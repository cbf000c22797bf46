package io.wirecase.capture.flow;

import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Ending;
import io.wirecase.core.flow.Flow;
import org.jspecify.annotations.Nullable;

/** A flow that ended, or a part of one that goes on, on its way out; by end, then first packet, then part. */
final class EndedFlow implements Comparable<EndedFlow> {

    final LiveFlow live;
    final Ending ending;
    final Application application;
    final KeptFacts facts;
    final long endNanos;
    private @Nullable Flow record;

    EndedFlow(LiveFlow live, Ending ending, Application application, KeptFacts facts) {
        this.live = live;
        this.ending = ending;
        this.application = application;
        this.facts = facts;
        this.endNanos = live.lastNanos();
    }

    /** Its record if that was made already. */
    @Nullable
    Flow record() {
        return record;
    }

    void record(Flow made) {
        record = made;
    }

    @Override
    public int compareTo(EndedFlow other) {
        if (endNanos != other.endNanos) {
            return endNanos < other.endNanos ? -1 : 1;
        }
        if (live.firstPacket != other.live.firstPacket) {
            return live.firstPacket < other.live.firstPacket ? -1 : 1;
        }
        return Integer.compare(ending.part(), other.ending.part());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
