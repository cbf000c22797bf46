package io.wirecase.capture.source;

import org.jspecify.annotations.Nullable;

/**
 * What a source gave and what it could not give.
 *
 * @param format {@code "pcap"}, {@code "pcapng"} or {@code "live"}
 * @param packets packets given
 * @param badTimes packets with a time field that cannot be right or without one; given with the nearest time known
 * @param skippedBlocks pcapng blocks of a type that holds no packet we can read, interfaces and sections not counted
 * @param interfaces interfaces described
 * @param dropped packets the recording system says it lost, or null when it says nothing
 * @param damage where reading stopped early, or null when all was read
 */
public record SourceSummary(
        String format,
        long packets,
        long badTimes,
        long skippedBlocks,
        int interfaces,
        @Nullable Long dropped,
        @Nullable Damage damage) {

    /**
     * A place in a file behind which nothing can be read.
     *
     * @param offset byte offset of the first record or block that is not whole
     * @param bytesLeft bytes from there to the end
     * @param what what is wrong, as a phrase for people
     */
    public record Damage(long offset, long bytesLeft, String what) {}
}
