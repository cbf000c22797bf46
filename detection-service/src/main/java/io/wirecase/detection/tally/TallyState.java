package io.wirecase.detection.tally;

import io.wirecase.core.measure.DistinctSample;
import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.behaviour.JoinedState;
import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tally: additions summed up. Its size is bounded by its shape. Not thread-safe. */
public final class TallyState implements JoinedState<Addition, TallyState> {

    private static final int VERSION = 1;

    private final TallyShape shape;
    private long firstNanos = Long.MAX_VALUE;
    private long lastNanos = Long.MIN_VALUE;
    private long flows;
    private long packets;
    private final long[] sums;
    private final long[] maxima;
    private final DistinctSample[] samples;
    private AddressSample attackers = new AddressSample();
    private AddressSample victims = new AddressSample();
    private Slots slots;

    TallyState(TallyShape shape) {
        this.shape = shape;
        sums = new long[shape.sums()];
        maxima = new long[shape.maxima()];
        samples = new DistinctSample[shape.samples()];
        Arrays.setAll(samples, i -> new DistinctSample(shape.sampled()));
        slots = new Slots(shape.slot().toNanos());
    }

    @Override
    public void add(Addition more) {
        firstNanos = Math.min(firstNanos, more.firstNanos());
        lastNanos = Math.max(lastNanos, more.lastNanos());
        flows++;
        packets += more.packets();
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more.sum(i);
        }
        for (int i = 0; i < maxima.length; i++) {
            maxima[i] = Math.max(maxima[i], more.max(i));
        }
        more.values().forEach(value -> samples[value.sample()].add(value.hash()));
        keep(attackers, more.attacker());
        keep(victims, more.victim());
        slots.add(more.firstNanos(), more.lastNanos(), more.amount(), more.answered());
    }

    private static void keep(AddressSample sample, @Nullable IpAddress address) {
        if (address != null) {
            sample.add(address);
        }
    }

    @Override
    public void join(TallyState other) {
        firstNanos = Math.min(firstNanos, other.firstNanos);
        lastNanos = Math.max(lastNanos, other.lastNanos);
        flows += other.flows;
        packets += other.packets;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += other.sums[i];
        }
        for (int i = 0; i < maxima.length; i++) {
            maxima[i] = Math.max(maxima[i], other.maxima[i]);
        }
        for (int i = 0; i < samples.length; i++) {
            samples[i].addAll(other.samples[i]);
        }
        attackers.join(other.attackers);
        victims.join(other.victims);
        slots.join(other.slots);
    }

    @Override
    public byte[] bytes() {
        StateWriter out = new StateWriter(VERSION)
                .bits(firstNanos)
                .bits(lastNanos)
                .counts(flows, packets)
                .counts(sums)
                .counts(maxima);
        for (DistinctSample sample : samples) {
            out.sample(sample);
        }
        attackers.write(out);
        victims.write(out);
        slots.write(out);
        return out.bytes();
    }

    static TallyState of(TallyShape shape, byte[] bytes) {
        StateReader in = new StateReader(bytes, VERSION);
        TallyState state = new TallyState(shape);
        state.firstNanos = in.bits();
        state.lastNanos = in.bits();
        state.flows = in.count();
        state.packets = in.count();
        Arrays.setAll(state.sums, i -> in.count());
        Arrays.setAll(state.maxima, i -> in.count());
        Arrays.setAll(state.samples, i -> in.sample(shape.sampled()));
        state.attackers = AddressSample.read(in);
        state.victims = AddressSample.read(in);
        state.slots = Slots.read(shape.slot().toNanos(), in);
        return state;
    }

    /** Capture time of the first flow's start. */
    public long firstNanos() {
        return firstNanos;
    }

    /** Capture time of the last flow's end. */
    public long lastNanos() {
        return lastNanos;
    }

    /** Flows counted. */
    public long flows() {
        return flows;
    }

    /** Packets of those flows. */
    public long packets() {
        return packets;
    }

    /** A sum. */
    public long sum(int which) {
        return sums[which];
    }

    /** A greatest value. */
    public long max(int which) {
        return maxima[which];
    }

    /** How many different values came; an estimate where there were more than the sample keeps. */
    public long different(int sample) {
        return samples[sample].count();
    }

    /** Some of those who did it. */
    public List<IpAddress> attackers() {
        return attackers.addresses();
    }

    /** Some of those it was done to. */
    public List<IpAddress> victims() {
        return victims.addresses();
    }

    /** The so many slots in a row in which most came that was not answered. */
    public Peak peak(int adjacent) {
        return slots.peak(adjacent);
    }

    /**
     * The same, of those in which so many times more came than was usual before, where anything is known of before.
     *
     * @param least less than this is never too much, and teaches what is usual
     */
    public Peak surge(int adjacent, long least, int times) {
        return slots.surge(adjacent, least, times);
    }

    /** Slots in which anything came. */
    public int filledSlots() {
        return slots.filled();
    }
}
