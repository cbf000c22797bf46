package io.wirecase.capture.flow;

import org.jspecify.annotations.Nullable;

/** A flow that ended, or a part of one that goes on, on its way out; by end, then first packet, then part. */
final class EndedFlow implements Comparable<EndedFlow> {

    final long endNanos;
    private final long firstPacket;
    private final int part;
    private final int held;
    private final Runnable departure;

    /**
     * One that waits.
     *
     * @param endNanos capture time of its last packet
     * @param firstPacket number of its first packet
     * @param part which of its parts it is
     * @param held bytes of memory that its facts are charged with while it waits
     * @param departure run when its turn comes
     */
    EndedFlow(long endNanos, long firstPacket, int part, int held, Runnable departure) {
        this.endNanos = endNanos;
        this.firstPacket = firstPacket;
        this.part = part;
        this.held = held;
        this.departure = departure;
    }

    /** Bytes of memory that its facts are charged with. */
    int held() {
        return held;
    }

    /** Lets it out. */
    void depart() {
        departure.run();
    }

    @Override
    public int compareTo(EndedFlow other) {
        if (endNanos != other.endNanos) {
            return endNanos < other.endNanos ? -1 : 1;
        }
        if (firstPacket != other.firstPacket) {
            return firstPacket < other.firstPacket ? -1 : 1;
        }
        return Integer.compare(part, other.part);
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
