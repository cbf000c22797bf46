package io.wirecase.core.fact;

import io.wirecase.core.net.Party;
import org.jspecify.annotations.Nullable;

/**
 * How the bytes look of one of the first packets with payload of a flow that no parser knows, or knows by half only:
 * text, encrypted or packed. Told of the bytes that were recorded; the bytes themselves are not kept.
 *
 * @param sender who sent it
 * @param bytes payload bytes looked at, 1 or more
 * @param entropy Shannon entropy of them in bits, 0 to 8, to the thousandth
 * @param bitsPerByte mean number of bits set in a byte, 0 to 8, to the thousandth
 * @param printable how many of them are printable ASCII
 * @param printableStart how many printable ones it begins with
 * @param printableRun the longest row of printable ones
 * @param content what it is by its first bytes, or null where they are text or tell nothing
 * @param bareNext whether the flow's next packet had no payload, as a bare acknowledgement
 */
public record FirstPayload(
        Party sender,
        int bytes,
        double entropy,
        double bitsPerByte,
        int printable,
        int printableStart,
        int printableRun,
        @Nullable Content content,
        boolean bareNext) {

    /** The most packets looked at of a flow. */
    public static final int MAX_PACKETS = 4;

    /** The same of bytes that begin as nothing known. */
    public FirstPayload(
            Party sender,
            int bytes,
            double entropy,
            double bitsPerByte,
            int printable,
            int printableStart,
            int printableRun) {
        this(sender, bytes, entropy, bitsPerByte, printable, printableStart, printableRun, null, false);
    }

    /** The same of a packet that one without payload followed. */
    public FirstPayload followedByBare() {
        return new FirstPayload(
                sender, bytes, entropy, bitsPerByte, printable, printableStart, printableRun, content, true);
    }
}
