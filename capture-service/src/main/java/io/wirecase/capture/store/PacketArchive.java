package io.wirecase.capture.store;

import io.wirecase.capture.source.PacketSource;
import io.wirecase.capture.source.RawPacket;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps what live sensors saw, for a while: the newest packets, within limits of age and bytes. So the packets behind a
 * claim can be cut out of a live capture too, and a live run can be read again. Thread-safe.
 */
public interface PacketArchive {

    /**
     * Which sensor saw the packets.
     *
     * @param site the address space its hosts live in
     * @param name the sensor's name
     */
    record Sensor(String site, String name) {}

    /**
     * What is still kept of one live capture. Numbers and times of packets that were removed, or never recorded, lie
     * outside or in between.
     *
     * @param capture the live capture
     * @param sensor what saw it
     * @param packets packets kept
     * @param firstNumber number, within the capture, of the earliest packet kept, from 1
     * @param lastNumber number of the latest packet kept
     * @param firstNanos earliest time of a packet kept, nanoseconds since 1970
     * @param lastNanos latest time of a packet kept
     * @param bytes what they take on the disk
     */
    record Holding(
            UUID capture,
            Sensor sensor,
            long packets,
            long firstNumber,
            long lastNumber,
            long firstNanos,
            long lastNanos,
            long bytes) {}

    /**
     * What the limits cost since the service started.
     *
     * @param bytes bytes kept now
     * @param removedPackets packets removed by age or bytes
     * @param unrecordedPackets packets seen by a sensor and never recorded, since the disk was full, failed or too slow
     */
    record Totals(long bytes, long removedPackets, long unrecordedPackets) {}

    /** Takes the packets of one live capture, in their order. One thread at a time. */
    interface Recording extends Closeable {

        /**
         * Records a packet. Never waits for the disk: a packet that finds no room is counted instead.
         *
         * @param packet with its number within the capture; its bytes are copied
         */
        void add(RawPacket packet);

        /** Makes what was added readable soon; called some times a second. */
        void tick();

        /** Packets of this capture that were not recorded. */
        long unrecorded();

        /** Makes all of it readable; waits for the disk, for some seconds at most. */
        @Override
        void close();
    }

    /**
     * Begins to keep a live capture.
     *
     * @throws IllegalArgumentException when a name of the sensor cannot be one of a folder
     */
    Recording record(Sensor sensor, UUID capture);

    /**
     * The packets kept of one live capture between two times, with the numbers they had in it. The tail that is being
     * recorded now is in it up to the last {@link Recording#tick}.
     *
     * @param fromNanos the earliest time, nanoseconds since 1970
     * @param toNanos the latest time; it belongs to the stretch
     * @return without packets when none is kept; the caller closes it
     * @throws IOException when the disk fails
     */
    PacketSource packets(UUID capture, long fromNanos, long toNanos) throws IOException;

    /**
     * The packets kept of a sensor between two times, over all its captures. Their numbers are those within each.
     *
     * @param fromNanos the earliest time, nanoseconds since 1970
     * @param toNanos the latest time; it belongs to the stretch
     * @return without packets when none is kept; the caller closes it
     * @throws IOException when the disk fails
     */
    PacketSource packets(Sensor sensor, long fromNanos, long toNanos) throws IOException;

    /** What is kept of a live capture, or empty when nothing is (any more). */
    Optional<Holding> find(UUID capture);

    /** What is kept of every live capture, by first time. */
    List<Holding> all();

    /**
     * Forgets what is kept of a live capture. One that is still recorded goes on with what comes next.
     *
     * @return how many packets went
     * @throws IOException when the disk fails
     */
    long delete(UUID capture) throws IOException;

    /**
     * Removes what is over the limits, the oldest first. Recording does it by itself; without recording age goes on.
     *
     * @throws IOException when the disk fails
     */
    void trim() throws IOException;

    /** What is kept and what the limits cost. */
    Totals totals();
}
