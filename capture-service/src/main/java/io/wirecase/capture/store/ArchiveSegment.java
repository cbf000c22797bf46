package io.wirecase.capture.store;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file with consecutive packets of one live capture. Its name says what is in it, so that nothing else has to be kept
 * in step: {@code FIRST_LAST_CAPTURE_NUMBER_PACKETS.pcap}, with times in UTC and the number of its first packet.
 *
 * @param file where it is now
 * @param key which it is
 * @param packets how many packets it holds
 * @param firstNanos the earliest time of them, nanoseconds since 1970
 * @param lastNanos the latest
 * @param bytes the file's size
 */
record ArchiveSegment(Path file, Key key, long packets, long firstNanos, long lastNanos, long bytes) {

    /** What the name of a segment ends in while it grows. */
    static final String GROWING = ".open";

    private static final long NANOS_OF_SECOND = 1_000_000_000L;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyyMMdd'T'HHmmss.SSSSSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String STAMP = "(\\d{8}T\\d{6}\\.\\d{9}Z)";
    private static final Pattern NAME =
            Pattern.compile(STAMP + "_" + STAMP + "_([0-9a-f-]{36})_(\\d{1,18})_(\\d{1,18})\\.pcap");
    private static final Pattern GROWING_NAME = Pattern.compile(STAMP + "_([0-9a-f-]{36})_(\\d{1,18})\\.open");

    /**
     * Which segment it is, wherever it lies.
     *
     * @param capture the live capture
     * @param firstNumber number of its first packet within the capture
     */
    record Key(UUID capture, long firstNumber) {}

    /** The name of a segment that begins. */
    static String growing(Key key, long firstNanos) {
        return stamp(firstNanos) + "_" + key.capture() + "_" + key.firstNumber() + GROWING;
    }

    /** The name it has once it is closed. */
    String closedName() {
        return stamp(firstNanos) + "_" + stamp(lastNanos) + "_" + key.capture() + "_" + key.firstNumber() + "_"
                + packets + ".pcap";
    }

    /** Number of its last packet. */
    long lastNumber() {
        return key.firstNumber() + packets - 1;
    }

    /** Whether a packet of a stretch may be in it. */
    boolean touches(long fromNanos, long toNanos) {
        return lastNanos >= fromNanos && firstNanos <= toNanos;
    }

    ArchiveSegment at(Path place) {
        return new ArchiveSegment(place, key, packets, firstNanos, lastNanos, bytes);
    }

    /** What a closed segment's name says, or empty when it is none of ours. */
    static Optional<ArchiveSegment> closed(Path file, long bytes) {
        Matcher name = NAME.matcher(name(file));
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            Key key = new Key(UUID.fromString(name.group(3)), Long.parseLong(name.group(4)));
            long packets = Long.parseLong(name.group(5));
            return Optional.of(
                    new ArchiveSegment(file, key, packets, nanos(name.group(1)), nanos(name.group(2)), bytes));
        } catch (DateTimeException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Which segment was left growing, or empty when it is none of ours. */
    static Optional<Key> leftGrowing(Path file) {
        Matcher name = GROWING_NAME.matcher(name(file));
        return name.matches()
                ? Optional.of(new Key(UUID.fromString(name.group(2)), Long.parseLong(name.group(3))))
                : Optional.empty();
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    private static String stamp(long nanos) {
        return TIME.format(
                Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_OF_SECOND), Math.floorMod(nanos, NANOS_OF_SECOND)));
    }

    private static long nanos(String stamp) {
        Instant time = TIME.parse(stamp, Instant::from);
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS_OF_SECOND), time.getNano());
    }
}
