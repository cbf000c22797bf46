package io.wirecase.core.fact;

import org.jspecify.annotations.Nullable;

/**
 * What the ICMP messages of a flow carried behind their headers. A host answers an echo request with the data it held
 * (RFC 792), so a reply whose data are others was not made by a host's own echo.
 *
 * @param originator the messages of the originator, or null when none carried anything
 * @param responder the messages of the responder, or null
 * @param replies echo replies whose request was seen, by identifier and sequence number
 * @param unequal those of them whose data are not the request's in the first {@link #COMPARED} bytes, or longer; a
 *     reply that merely cuts the request's data short is not counted
 */
public record IcmpPayloads(
        @Nullable Sent originator, @Nullable Sent responder, long replies, long unequal) {

    /** The bytes of a message that are compared and sampled; the rest only counts in sizes. */
    public static final int COMPARED = 128;

    /** The most bytes of one side that an entropy is taken of: those of the first messages. */
    public static final int MAX_SAMPLED = 65_536;

    /** The most sizes of one side that a median is taken of: those of the first messages. */
    public static final int MAX_SIZES = 256;

    /** The most messages of one side whose own entropy is taken. */
    public static final int MAX_ENTROPIES = 4;

    /** The bytes at the start of a message where programs put clocks and counters, which change in every message. */
    public static final int CLOCK = 24;

    /** The formula of the entropy, as claims state it. */
    public static final String ENTROPY_FORMULA = "-sum(p * log2(p)) over the shares p of the byte values sampled";

    /**
     * What one side sent.
     *
     * @param messages messages with data
     * @param bytes data bytes in all, by the length fields
     * @param min the fewest data bytes of a message
     * @param median the median of the first {@link #MAX_SIZES} sizes
     * @param max the most data bytes of a message
     * @param sampled bytes that the entropy is taken of, the first {@link #COMPARED} of each message
     * @param entropy their Shannon entropy in bits a byte, 0 to 8, or null when nothing was recorded
     * @param messageEntropy the highest entropy of one of the first {@link #MAX_ENTROPIES} messages by itself, in its
     *     first {@link #COMPARED} bytes, to the thousandth, or null when nothing was recorded
     * @param compared messages compared with the one before of the same sender and identifier
     * @param renewed those of them in which more than half of the bytes from {@link #CLOCK} to {@link #COMPARED} differ
     */
    public record Sent(
            long messages,
            long bytes,
            long min,
            double median,
            long max,
            int sampled,
            @Nullable Double entropy,
            @Nullable Double messageEntropy,
            long compared,
            long renewed) {

        /** The same without the entropy of single messages. */
        public Sent(
                long messages,
                long bytes,
                long min,
                double median,
                long max,
                int sampled,
                @Nullable Double entropy,
                long compared,
                long renewed) {
            this(messages, bytes, min, median, max, sampled, entropy, null, compared, renewed);
        }
    }
}
