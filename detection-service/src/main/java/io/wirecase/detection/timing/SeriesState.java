package io.wirecase.detection.timing;

import io.wirecase.core.measure.Timing;
import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.behaviour.BehaviourState;
import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A series of starts: the last {@link #MAX_STARTS} of them, a fair sample of how much they sent, and sums over all.
 * What is kept is the same in any order of coming.
 */
final class SeriesState implements BehaviourState<Start> {

    /** The most starts kept. */
    static final int MAX_STARTS = Timing.MAX_TESTED;

    private static final int VERSION = 1;
    private static final int MAX_SIZES = 64;
    private static final Comparator<long[]> BY_TIME =
            Comparator.<long[]>comparingLong(at -> at[0]).thenComparingLong(at -> at[1]);

    private final TreeSet<long[]> starts = new TreeSet<>(BY_TIME);
    private final TreeMap<Long, Long> sizes = new TreeMap<>();
    private long flows;
    private long packets;
    private long named;
    private long firstNanos = Long.MAX_VALUE;
    private byte[] lastPeer = {};

    static SeriesState of(byte[] bytes) {
        StateReader in = new StateReader(bytes, VERSION);
        SeriesState state = new SeriesState();
        state.flows = in.count();
        state.packets = in.count();
        state.named = in.count();
        state.firstNanos = in.bits();
        state.lastPeer = in.block();
        long at = state.firstNanos;
        for (long left = in.count(); left > 0; left--) {
            at += in.count();
            state.starts.add(new long[] {at, in.bits()});
        }
        while (in.more()) {
            state.sizes.put(in.bits(), in.count());
        }
        return state;
    }

    @Override
    public void add(Start start) {
        long[] at = {start.nanos(), start.order()};
        if (starts.isEmpty() || BY_TIME.compare(at, starts.getLast()) > 0) {
            lastPeer = start.peer().bytes();
        }
        starts.add(at);
        if (starts.size() > MAX_STARTS) {
            starts.pollFirst();
        }
        sizes.put(start.order(), start.sent());
        if (sizes.size() > MAX_SIZES) {
            sizes.pollLastEntry();
        }
        flows++;
        packets += start.packets();
        named += start.named() ? 1 : 0;
        firstNanos = Math.min(firstNanos, start.nanos());
    }

    @Override
    public byte[] bytes() {
        StateWriter out = new StateWriter(VERSION)
                .counts(flows, packets, named)
                .bits(firstNanos)
                .block(lastPeer)
                .counts(starts.size());
        long before = firstNanos;
        for (long[] at : starts) {
            out.counts(at[0] - before).bits(at[1]);
            before = at[0];
        }
        sizes.forEach((order, size) -> out.bits(order).counts(size));
        return out.bytes();
    }

    /** The start times kept, ascending. */
    long[] starts() {
        return starts.stream().mapToLong(at -> at[0]).toArray();
    }

    /** How much the originator sent, of a fair sample of the flows. */
    long[] sizes() {
        return sizes.values().stream().mapToLong(Long::longValue).toArray();
    }

    long flows() {
        return flows;
    }

    long packets() {
        return packets;
    }

    /** Flows whose client asked for a name. */
    long named() {
        return named;
    }

    long firstNanos() {
        return firstNanos;
    }

    /** The last start. @throws java.util.NoSuchElementException before the first */
    long lastNanos() {
        return starts.getLast()[0];
    }

    /** Where the last one went. */
    IpAddress lastPeer() {
        return IpAddress.of(lastPeer);
    }
}
