package io.wirecase.capture.evidence;

import io.wirecase.core.flow.FlowKey;
import io.wirecase.core.net.IpAddress;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which packets of a capture are asked for. What is given narrows: packets of these flows and of this host and in this
 * time span.
 *
 * @param flows ids of flows, empty for all
 * @param host an end of their flow, or null for any; a packet inside a tunnel belongs to the inner flow
 * @param fromNanos the earliest time, inclusive, nanoseconds since 1970-01-01T00:00Z
 * @param toNanos the end of the span, exclusive
 */
public record Selection(Set<UUID> flows, @Nullable IpAddress host, long fromNanos, long toNanos) {

    /** Keeps its own copy of the set. */
    public Selection {
        flows = Set.copyOf(flows);
    }

    /** Packets of flows. */
    public static Selection of(Set<UUID> flows) {
        return new Selection(flows, null, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Whether nothing narrows it, so that all packets are meant. */
    public boolean all() {
        return byTimeAlone() && fromNanos == Long.MIN_VALUE && toNanos == Long.MAX_VALUE;
    }

    /** Whether it is not asked which flow a packet belongs to, so that packets without one are meant too. */
    boolean byTimeAlone() {
        return flows.isEmpty() && host == null;
    }

    boolean in(long timeNanos) {
        return timeNanos >= fromNanos && timeNanos < toNanos;
    }

    boolean wants(UUID flow, FlowKey key) {
        return (flows.isEmpty() || flows.contains(flow))
                && (host == null
                        || host.equals(key.originator().address())
                        || host.equals(key.responder().address()));
    }
}
