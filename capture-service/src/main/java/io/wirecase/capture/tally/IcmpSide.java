package io.wirecase.capture.tally;

import io.wirecase.core.fact.IcmpPayloads;
import io.wirecase.core.measure.Entropy;
import io.wirecase.core.measure.Statistics;
import java.util.Arrays;
import java.util.stream.LongStream;

/** What one side of an ICMP flow sent: sizes, a sample of the bytes, and how much is new in each message. */
final class IcmpSide {

    private static final int USUAL = 4;
    private static final int BYTES = 256;
    private static final double THOUSAND = 1_000;
    /** Up to here the bytes themselves are smaller than counts of them: most flows are a message or two. */
    private static final int COUNTED_FROM = 512;
    /** Fewer comparable bytes than this say nothing about a message. */
    private static final int LEAST_COMPARED = 16;

    private final byte[] none = {};
    private long[] sizes = new long[USUAL];
    private byte[] sample = none;
    private int[] counts = {};
    private int sampled;
    private byte[] last = none;
    private int lastIdentifier = -1;
    private long messages;
    private long bytes;
    private long min = Long.MAX_VALUE;
    private long max;
    private double messageEntropy = -1;
    private long compared;
    private long renewed;

    /**
     * Takes a message.
     *
     * @param identifier the header's, 16 bits
     * @param length data bytes on the wire
     * @param start the first of them that were recorded; kept
     */
    void add(int identifier, long length, byte[] start) {
        if (messages < IcmpPayloads.MAX_SIZES) {
            if (messages == sizes.length) {
                sizes = Arrays.copyOf(sizes, sizes.length * 2);
            }
            sizes[(int) messages] = length;
        }
        if (messages < IcmpPayloads.MAX_ENTROPIES && start.length > 0) {
            messageEntropy = Math.max(messageEntropy, entropy(start));
        }
        messages++;
        bytes += length;
        min = Math.min(min, length);
        max = Math.max(max, length);
        take(start);
        if (identifier == lastIdentifier) {
            compare(start);
        }
        lastIdentifier = identifier;
        last = start;
    }

    private void compare(byte[] start) {
        int until = Math.min(start.length, last.length);
        int others = 0;
        for (int i = IcmpPayloads.CLOCK; i < until; i++) {
            others += start[i] == last[i] ? 0 : 1;
        }
        compared++;
        int looked = until - IcmpPayloads.CLOCK;
        renewed += looked >= LEAST_COMPARED && others * 2 > looked ? 1 : 0;
    }

    private void take(byte[] start) {
        if (sampled + start.length > IcmpPayloads.MAX_SAMPLED) {
            return;
        }
        sampled += start.length;
        if (counts.length > 0) {
            count(start);
        } else {
            byte[] both = Arrays.copyOf(sample, sampled);
            System.arraycopy(start, 0, both, sample.length, start.length);
            sample = both;
            if (sampled > COUNTED_FROM) {
                counts = new int[BYTES];
                count(sample);
                sample = none;
            }
        }
    }

    private void count(byte[] more) {
        for (byte b : more) {
            counts[b & 0xFF]++;
        }
    }

    IcmpPayloads.Sent sent() {
        int known = (int) Math.min(messages, IcmpPayloads.MAX_SIZES);
        double median = Statistics.median(
                LongStream.of(Arrays.copyOf(sizes, known)).asDoubleStream().toArray());
        return new IcmpPayloads.Sent(
                messages,
                bytes,
                min,
                median,
                max,
                sampled,
                sampled == 0 ? null : (Double) entropy(),
                messageEntropy < 0 ? null : (Double) (Math.round(messageEntropy * THOUSAND) / THOUSAND),
                compared,
                renewed);
    }

    private double entropy() {
        return counts.length > 0 ? Entropy.ofCounts(counts) : entropy(sample);
    }

    private static double entropy(byte[] of) {
        int[] few = new int[BYTES];
        for (byte b : of) {
            few[b & 0xFF]++;
        }
        return Entropy.ofCounts(few);
    }
}
