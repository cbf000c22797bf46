package io.wirecase.capture.store;

import io.wirecase.capture.source.PacketSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Packets of live sensors as files: {@code live/SITE/SENSOR/} holds pcap files of some minutes or megabytes each, which
 * other tools read too. The oldest go first. A segment that was left growing is cut behind its last whole packet.
 */
public final class FilePacketArchive implements PacketArchive {

    /** What becomes a folder's name; the same as for sites that are named with uploads. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private static final long NANOS_OF_SECOND = 1_000_000_000L;

    private final Path root;
    private final ArchiveLimits limits;
    private final InstantSource clock;
    private final SegmentIndex index = new SegmentIndex();
    private final LongAdder removed = new LongAdder();
    private final LongAdder unrecorded = new LongAdder();

    /**
     * Opens an archive; creates its folder and finds what is in it.
     *
     * @param folder the folder that holds the service's data
     * @param limits what is kept
     * @param clock tells the age of packets
     * @throws IOException when the folder cannot be used
     */
    public FilePacketArchive(Path folder, ArchiveLimits limits, InstantSource clock) throws IOException {
        this.root = Files.createDirectories(folder.resolve("live"));
        this.limits = limits;
        this.clock = clock;
        try (Stream<Path> files = Files.walk(root, 3)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                load(file);
            }
        }
        trim();
    }

    @Override
    public Recording record(Sensor sensor, UUID capture) {
        Path folder = root.resolve(checked(sensor.site())).resolve(checked(sensor.name()));
        return new FileRecording(sensor.name(), new LiveSegments(this, sensor, capture, folder));
    }

    @Override
    public PacketSource packets(UUID capture, long fromNanos, long toNanos) {
        return stretch(entry -> entry.segment().key().capture().equals(capture), fromNanos, toNanos);
    }

    @Override
    public PacketSource packets(Sensor sensor, long fromNanos, long toNanos) {
        return stretch(entry -> entry.sensor().equals(sensor), fromNanos, toNanos);
    }

    @Override
    public Optional<Holding> find(UUID capture) {
        return index.holdings(entry -> entry.segment().key().capture().equals(capture)).stream()
                .findFirst();
    }

    @Override
    public List<Holding> all() {
        return index.holdings(entry -> true);
    }

    @Override
    public synchronized long delete(UUID capture) throws IOException {
        long packets = 0;
        for (SegmentIndex.Entry entry :
                index.where(entry -> entry.segment().key().capture().equals(capture))) {
            packets += entry.segment().packets();
            remove(entry);
        }
        return packets;
    }

    @Override
    public synchronized void trim() throws IOException {
        long now = now();
        while (true) {
            SegmentIndex.Entry oldest = index.oldestClosed();
            if (oldest == null) {
                return;
            }
            boolean old = now - oldest.segment().lastNanos() > limits.ageNanos();
            if (!old && index.bytes() <= limits.maxBytes()) {
                return;
            }
            drop(oldest);
        }
    }

    @Override
    public Totals totals() {
        return new Totals(index.bytes(), removed.sum(), unrecorded.sum());
    }

    private PacketSource stretch(Predicate<SegmentIndex.Entry> which, long fromNanos, long toNanos) {
        List<ArchiveSegment.Key> keys =
                index.where(which.and(entry -> entry.segment().touches(fromNanos, toNanos))).stream()
                        .map(entry -> entry.segment().key())
                        .toList();
        return new ArchivedPackets(index, keys, fromNanos, toNanos);
    }

    /** Frees the disk for what comes; false when there is nothing left to remove. */
    synchronized boolean makeRoom() throws IOException {
        trim();
        while (Files.getFileStore(root).getUsableSpace() - limits.segmentBytes() < limits.reserve()) {
            SegmentIndex.Entry oldest = index.oldestClosed();
            if (oldest == null) {
                return false;
            }
            drop(oldest);
        }
        return true;
    }

    SegmentIndex index() {
        return index;
    }

    ArchiveLimits limits() {
        return limits;
    }

    void countUnrecorded(long packets) {
        unrecorded.add(packets);
    }

    /** The clock's time, nanoseconds since 1970. */
    long now() {
        Instant time = clock.instant();
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS_OF_SECOND), time.getNano());
    }

    private void drop(SegmentIndex.Entry entry) throws IOException {
        removed.add(entry.segment().packets());
        remove(entry);
    }

    private void remove(SegmentIndex.Entry entry) throws IOException {
        index.remove(entry.segment().key());
        Files.deleteIfExists(entry.segment().file());
    }

    private void load(Path file) throws IOException {
        Path sensor = file.getParent();
        Path site = sensor == null ? null : sensor.getParent();
        if (sensor == null || site == null || !root.equals(site.getParent())) {
            return;
        }
        Sensor owner = new Sensor(String.valueOf(site.getFileName()), String.valueOf(sensor.getFileName()));
        Optional<ArchiveSegment> closed = ArchiveSegment.closed(file, Files.size(file));
        if (closed.isPresent()) {
            index.put(new SegmentIndex.Entry(owner, closed.get(), false));
            return;
        }
        Optional<ArchiveSegment.Key> growing = ArchiveSegment.leftGrowing(file);
        if (growing.isPresent()) {
            SegmentRecovery.close(file, growing.get())
                    .ifPresent(segment -> index.put(new SegmentIndex.Entry(owner, segment, false)));
        }
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name for a site or sensor: " + name);
        }
        return name;
    }
}
