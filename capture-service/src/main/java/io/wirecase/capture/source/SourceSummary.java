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
 * @param packing how the file is compressed, or null when it is not
 */
public record SourceSummary(
        String format,
        long packets,
        long badTimes,
        long skippedBlocks,
        int interfaces,
        @Nullable Long dropped,
        @Nullable Damage damage,
        @Nullable Packing packing) {

    /** Of a source that is not compressed. */
    public SourceSummary(
            String format,
            long packets,
            long badTimes,
            long skippedBlocks,
            int interfaces,
            @Nullable Long dropped,
            @Nullable Damage damage) {
        this(format, packets, badTimes, skippedBlocks, interfaces, dropped, damage, null);
    }

    /**
     * A place in a capture behind which nothing can be read.
     *
     * @param offset byte offset of the first record or block that is not whole; of a compressed file, in what it
     *     expands to
     * @param bytesLeft bytes from there to the end, or null when that is not known
     * @param what what is wrong, as a phrase for people
     */
    public record Damage(long offset, @Nullable Long bytesLeft, String what) {}

    /**
     * A compression.
     *
     * @param format its name
     * @param stored bytes of the file that were read
     * @param expanded bytes that these became and that were read
     */
    public record Packing(String format, long stored, long expanded) {}
}
