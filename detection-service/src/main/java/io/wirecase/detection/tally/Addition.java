package io.wirecase.detection.tally;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one flow adds to a tally. Filled by a rule that reads the flow, then only read. Not thread-safe. */
public final class Addition {

    private final long firstNanos;
    private final long lastNanos;
    private final long packets;
    private final long[] sums;
    private final long[] maxima;
    private final List<Value> values = new ArrayList<>();
    private @Nullable IpAddress attacker;
    private @Nullable IpAddress victim;
    private long amount;
    private long answered;

    /** What a flow adds, nothing yet but itself. */
    public Addition(TallyShape shape, Flow flow) {
        firstNanos = flow.span().startNanos();
        lastNanos = flow.span().endNanos();
        packets = flow.traffic().total().packets();
        sums = new long[shape.sums()];
        maxima = new long[shape.maxima()];
    }

    /** A value for one of the samples. */
    record Value(int sample, long hash) {}

    /** Adds to a sum. */
    public Addition sum(int which, long more) {
        sums[which] += more;
        return this;
    }

    /** Offers a greatest value, 0 or more. */
    public Addition max(int which, long value) {
        maxima[which] = Math.max(maxima[which], value);
        return this;
    }

    /** Adds an address to a sample. */
    public Addition value(int sample, IpAddress address) {
        return value(sample, hash(address));
    }

    /** Adds a value to a sample by any hash of it. */
    public Addition value(int sample, long hash) {
        values.add(new Value(sample, hash));
        return this;
    }

    /** Who did it to whom; either may be unknown. */
    public Addition roles(@Nullable IpAddress itsAttacker, @Nullable IpAddress itsVictim) {
        attacker = itsAttacker;
        victim = itsVictim;
        return this;
    }

    /** An amount spread evenly over the flow's time, and the part of it that was answered. */
    public Addition spread(long itsAmount, long itsAnswered) {
        amount = itsAmount;
        answered = itsAnswered;
        return this;
    }

    /** A hash of an address. */
    static long hash(IpAddress address) {
        return (address.high() * 0x9E3779B97F4A7C15L ^ address.low()) * 0xBF58476D1CE4E5B9L + (address.v4() ? 1 : 0);
    }

    long firstNanos() {
        return firstNanos;
    }

    long lastNanos() {
        return lastNanos;
    }

    long packets() {
        return packets;
    }

    long sum(int which) {
        return sums[which];
    }

    long max(int which) {
        return maxima[which];
    }

    List<Value> values() {
        return values;
    }

    @Nullable
    IpAddress attacker() {
        return attacker;
    }

    @Nullable
    IpAddress victim() {
        return victim;
    }

    long amount() {
        return amount;
    }

    long answered() {
        return answered;
    }
}
