package io.wirecase.detection.tunnel;

import io.wirecase.core.fact.IcmpPayloads;
import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * What one side's echo messages held, added up in whole numbers so that the order does not matter.
 *
 * @param messages messages with data
 * @param bytes data bytes
 * @param largest the most data bytes of a message
 * @param sampled bytes the entropy was taken of
 * @param millibits the entropy in thousandths of a bit, times those bytes
 * @param compared messages compared with the one before
 * @param renewed those of them with new data throughout
 */
record EchoSums(long messages, long bytes, long largest, long sampled, long millibits, long compared, long renewed) {

    static final EchoSums NONE = new EchoSums(0, 0, 0, 0, 0, 0, 0);

    private static final double MILLI = 1_000;

    static EchoSums of(IcmpPayloads.@Nullable Sent sent) {
        if (sent == null) {
            return NONE;
        }
        Double entropy = sent.entropy();
        long millibits = entropy == null ? 0 : Math.round(entropy * MILLI) * sent.sampled();
        return new EchoSums(
                sent.messages(), sent.bytes(), sent.max(), sent.sampled(), millibits, sent.compared(), sent.renewed());
    }

    EchoSums plus(EchoSums other) {
        return new EchoSums(
                messages + other.messages,
                bytes + other.bytes,
                Math.max(largest, other.largest),
                sampled + other.sampled,
                millibits + other.millibits,
                compared + other.compared,
                renewed + other.renewed);
    }

    /** Bits a byte, by flow and weighted by what was sampled of each; 0 without a sample. */
    double entropy() {
        return sampled == 0 ? 0 : millibits / MILLI / sampled;
    }

    /** Data bytes a message on average; 0 without messages. */
    double mean() {
        return messages == 0 ? 0 : (double) bytes / messages;
    }

    void write(StateWriter out) {
        out.counts(messages, bytes, largest, sampled, millibits, compared, renewed);
    }

    static EchoSums read(StateReader in) {
        return new EchoSums(in.count(), in.count(), in.count(), in.count(), in.count(), in.count(), in.count());
    }
}
