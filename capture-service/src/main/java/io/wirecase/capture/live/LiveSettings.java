package io.wirecase.capture.live;

import java.util.regex.Pattern;

/**
 * What to listen on, and how.
 *
 * @param networkInterface the interface's name as the system has it; on Linux {@code "any"} is all of them
 * @param site the address space its hosts live in
 * @param sensor this sensor's name, part of what it publishes
 * @param filter a pcap filter expression (pcap-filter(7)), empty for all packets
 * @param snapLength most bytes kept of a packet, 64 to {@value #MAX_SNAP_LENGTH}
 * @param bufferBytes how much the system gathers while nobody reads, at least {@value #MIN_BUFFER}
 * @param promiscuous whether packets to other stations are wanted too
 * @param immediate whether packets are handed over one by one as they come, which costs rate, instead of gathered for
 *     up to 100 ms
 */
public record LiveSettings(
        String networkInterface,
        String site,
        String sensor,
        String filter,
        int snapLength,
        int bufferBytes,
        boolean promiscuous,
        boolean immediate) {

    /** libpcap's own limit, and enough for what network cards join into one packet (GRO, TSO: 64 KiB). */
    public static final int MAX_SNAP_LENGTH = 262_144;

    /** Headers of all layers fit. */
    public static final int MIN_SNAP_LENGTH = 64;

    /** One block of the ring that libpcap shares with the kernel is as large as the largest packet. */
    public static final int MIN_BUFFER = 1 << 20;

    /** The usual buffer: at a million small packets a second the reader may pause for a third of a second. */
    public static final int USUAL_BUFFER = 32 << 20;

    private static final int LONGEST_FILTER = 4_096;
    private static final int LONGEST_INTERFACE = 64;
    /** Sites and sensors become parts of record keys, of folders and of addresses people type. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** Refuses what cannot work, with a message for people. */
    public LiveSettings {
        require(!networkInterface.isBlank() && networkInterface.length() <= LONGEST_INTERFACE, "no interface is named");
        require(NAME.matcher(site).matches(), "no name for a site: " + NAME_RULE);
        require(NAME.matcher(sensor).matches(), "no name for a sensor: " + NAME_RULE);
        require(filter.length() <= LONGEST_FILTER, "the filter is longer than " + LONGEST_FILTER + " characters");
        require(
                snapLength >= MIN_SNAP_LENGTH && snapLength <= MAX_SNAP_LENGTH,
                "the snap length is not between " + MIN_SNAP_LENGTH + " and " + MAX_SNAP_LENGTH);
        require(bufferBytes >= MIN_BUFFER, "the buffer is smaller than " + MIN_BUFFER + " bytes");
    }

    private static final String NAME_RULE =
            "1 to 64 letters, digits, dots, hyphens or underscores, a letter or digit first";

    /** All packets of an interface with the usual lengths; the sensor is named after it. */
    public static LiveSettings usual(String networkInterface, String site, String filter) {
        return new LiveSettings(
                networkInterface,
                site,
                sensorName(networkInterface),
                filter,
                MAX_SNAP_LENGTH,
                USUAL_BUFFER,
                true,
                false);
    }

    /** A sensor's name made of an interface's, which may hold other characters. */
    public static String sensorName(String networkInterface) {
        String clean = networkInterface.replaceAll("[^A-Za-z0-9._-]", "-").replaceAll("^[^A-Za-z0-9]+", "");
        String cut = clean.substring(0, Math.min(LONGEST_INTERFACE, clean.length()));
        return cut.isEmpty() ? "sensor" : cut;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
