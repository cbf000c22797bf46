package io.wirecase.detection.tally;

import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;
import java.util.List;
import java.util.TreeSet;

/**
 * A few of the addresses that came: those with the smallest hashes, the same in every order. Not thread-safe.
 */
public final class AddressSample {

    private record Entry(long hash, IpAddress address) implements Comparable<Entry> {

        static Entry of(IpAddress address) {
            long mixed = Addition.hash(address);
            mixed = (mixed ^ mixed >>> 31) * 0x94D049BB133111EBL;
            return new Entry(mixed ^ mixed >>> 29, address);
        }

        @Override
        public int compareTo(Entry other) {
            int byHash = Long.compareUnsigned(hash, other.hash);
            return byHash != 0 ? byHash : address.compareTo(other.address);
        }
    }

    private final TreeSet<Entry> kept = new TreeSet<>();

    /** Adds an address. */
    public void add(IpAddress address) {
        kept.add(Entry.of(address));
        if (kept.size() > Behaviour.MAX_ROLES) {
            kept.pollLast();
        }
    }

    /** Adds all of another sample. */
    public void join(AddressSample other) {
        other.kept.forEach(entry -> add(entry.address()));
    }

    /** The addresses kept, smallest first. */
    public List<IpAddress> addresses() {
        return kept.stream().map(Entry::address).sorted().toList();
    }

    /** Writes it. */
    public void write(StateWriter out) {
        out.counts(kept.size());
        kept.forEach(entry -> out.block(entry.address().bytes()));
    }

    /** Reads what was written. */
    public static AddressSample read(StateReader in) {
        AddressSample sample = new AddressSample();
        for (long left = in.count(); left > 0; left--) {
            sample.add(IpAddress.of(in.block()));
        }
        return sample;
    }
}
