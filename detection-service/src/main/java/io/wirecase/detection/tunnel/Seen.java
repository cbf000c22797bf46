package io.wirecase.detection.tunnel;

import io.wirecase.core.flow.Flow;
import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;

/**
 * Which flows were folded in.
 *
 * @param flows flows
 * @param packets their packets
 * @param firstNanos start of the first
 * @param lastNanos start of the last
 */
record Seen(long flows, long packets, long firstNanos, long lastNanos) {

    static final Seen NONE = new Seen(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

    static Seen of(Flow flow) {
        long start = flow.span().startNanos();
        return new Seen(1, flow.traffic().total().packets(), start, start);
    }

    Seen plus(Seen other) {
        return new Seen(
                flows + other.flows,
                packets + other.packets,
                Math.min(firstNanos, other.firstNanos),
                Math.max(lastNanos, other.lastNanos));
    }

    void write(StateWriter out) {
        out.counts(flows, packets).bits(firstNanos).bits(lastNanos);
    }

    static Seen read(StateReader in) {
        return new Seen(in.count(), in.count(), in.bits(), in.bits());
    }
}
