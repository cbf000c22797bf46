package io.wirecase.detection.scan;

import io.wirecase.detection.behaviour.JoinedState;
import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;
import io.wirecase.detection.tally.AddressSample;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who tried which ports of one host. Of very many sources a fair sample is kept, the same in every order (adaptive
 * sampling, Flajolet 1990); of one source no more ports than make it a scanner of its own. Not thread-safe.
 */
public final class Sources implements JoinedState<ScanContact, Sources> {

    private static final int VERSION = 1;

    /** The most sources kept. */
    static final int MAX_SOURCES = 128;

    /** The most ports of one source kept: one more than it takes to be a scanner of its own. */
    static final int MAX_PORTS = 16;

    private final TreeMap<Long, TreeSet<Integer>> portsBySource = new TreeMap<>();
    private AddressSample some = new AddressSample();
    private int level;
    private long firstNanos = Long.MAX_VALUE;
    private long lastNanos = Long.MIN_VALUE;
    private long attempts;
    private long failed;
    private long packets;

    static Sources of(byte[] bytes) {
        StateReader in = new StateReader(bytes, VERSION);
        Sources state = new Sources();
        state.level = (int) in.count();
        state.firstNanos = in.bits();
        state.lastNanos = in.bits();
        state.attempts = in.count();
        state.failed = in.count();
        state.packets = in.count();
        state.some = AddressSample.read(in);
        while (in.more()) {
            long source = in.bits();
            TreeSet<Integer> ports = new TreeSet<>();
            for (long left = in.count(); left > 0; left--) {
                ports.add((int) in.count());
            }
            state.portsBySource.put(source, ports);
        }
        return state;
    }

    /** The contact's {@code host} is the source here: whose tries they are is what is counted. */
    @Override
    public void add(ScanContact contact) {
        firstNanos = Math.min(firstNanos, contact.nanos());
        lastNanos = Math.max(lastNanos, contact.nanos());
        attempts++;
        failed += contact.outcome().failed() ? 1 : 0;
        packets += contact.packets();
        if (contact.outcome().failed()) {
            some.add(contact.host());
        }
        put(new Target(contact.host(), 0).hash(), contact.port());
        makeRoom();
    }

    @Override
    public void join(Sources other) {
        firstNanos = Math.min(firstNanos, other.firstNanos);
        lastNanos = Math.max(lastNanos, other.lastNanos);
        attempts += other.attempts;
        failed += other.failed;
        packets += other.packets;
        some.join(other.some);
        raise(other.level);
        other.portsBySource.forEach((source, ports) -> ports.forEach(port -> put(source, port)));
        makeRoom();
    }

    private void put(long source, int port) {
        if (Long.numberOfLeadingZeros(source) >= level) {
            TreeSet<Integer> ports = portsBySource.computeIfAbsent(source, any -> new TreeSet<>());
            ports.add(port);
            if (ports.size() > MAX_PORTS) {
                ports.pollLast();
            }
        }
    }

    private void makeRoom() {
        while (portsBySource.size() > MAX_SOURCES) {
            raise(level + 1);
        }
    }

    private void raise(int to) {
        if (to > level) {
            level = to;
            portsBySource.keySet().removeIf(its -> Long.numberOfLeadingZeros(its) < to);
        }
    }

    @Override
    public byte[] bytes() {
        StateWriter out = new StateWriter(VERSION)
                .counts(level)
                .bits(firstNanos)
                .bits(lastNanos)
                .counts(attempts, failed, packets);
        some.write(out);
        for (Map.Entry<Long, TreeSet<Integer>> entry : portsBySource.entrySet()) {
            out.bits(entry.getKey()).counts(entry.getValue().size());
            entry.getValue().forEach(port -> out.counts(port));
        }
        return out.bytes();
    }

    /** Sources that tried too few ports to be scanners of their own; an estimate where not all are kept. */
    long modest() {
        return portsBySource.values().stream()
                        .filter(ports -> ports.size() < MAX_PORTS - 1)
                        .count()
                << level;
    }

    /** Ports that those tried, of the sources that are kept. */
    int ports() {
        TreeSet<Integer> all = new TreeSet<>();
        portsBySource.values().stream()
                .filter(ports -> ports.size() < MAX_PORTS - 1)
                .forEach(all::addAll);
        return all.size();
    }

    /** Ports a source, on average. */
    double portsOfOne() {
        return portsBySource.values().stream()
                .filter(ports -> ports.size() < MAX_PORTS - 1)
                .mapToInt(TreeSet::size)
                .average()
                .orElse(0);
    }

    double failedShare() {
        return attempts == 0 ? 0 : (double) failed / attempts;
    }

    AddressSample some() {
        return some;
    }

    long firstNanos() {
        return firstNanos;
    }

    long lastNanos() {
        return lastNanos;
    }

    long attempts() {
        return attempts;
    }

    long failed() {
        return failed;
    }

    long packets() {
        return packets;
    }
}
