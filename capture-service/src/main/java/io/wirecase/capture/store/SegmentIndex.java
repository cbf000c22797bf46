package io.wirecase.capture.store;

import io.wirecase.capture.store.PacketArchive.Holding;
import io.wirecase.capture.store.PacketArchive.Sensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which segments there are. Thread-safe. */
final class SegmentIndex {

    private static final Comparator<Entry> BY_TIME = Comparator.comparingLong(
                    (Entry entry) -> entry.segment().firstNanos())
            .thenComparing(entry -> entry.segment().key().capture())
            .thenComparingLong(entry -> entry.segment().key().firstNumber());

    private final Map<ArchiveSegment.Key, Entry> entries = new HashMap<>();
    private long bytes;

    /**
     * A segment of a sensor.
     *
     * @param growing whether it is being written
     */
    record Entry(Sensor sensor, ArchiveSegment segment, boolean growing) {}

    synchronized void put(Entry entry) {
        Entry before = entries.put(entry.segment().key(), entry);
        bytes +=
                entry.segment().bytes() - (before == null ? 0 : before.segment().bytes());
    }

    synchronized void remove(ArchiveSegment.Key key) {
        Entry before = entries.remove(key);
        bytes -= before == null ? 0 : before.segment().bytes();
    }

    synchronized Optional<Entry> find(ArchiveSegment.Key key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Bytes of all segments. */
    synchronized long bytes() {
        return bytes;
    }

    /** The closed segment with the oldest packets, or null. */
    synchronized @Nullable Entry oldestClosed() {
        return entries.values().stream()
                .filter(entry -> !entry.growing())
                .min(BY_TIME)
                .orElse(null);
    }

    /** The segments that pass, by time. */
    synchronized List<Entry> where(Predicate<Entry> filter) {
        return entries.values().stream().filter(filter).sorted(BY_TIME).toList();
    }

    /** What is kept of each capture, by first time. */
    List<Holding> holdings(Predicate<Entry> filter) {
        Map<UUID, Holding> held = new LinkedHashMap<>();
        for (Entry entry : where(filter)) {
            Holding one = holding(entry);
            if (one.packets() > 0) {
                held.merge(one.capture(), one, SegmentIndex::sum);
            }
        }
        return new ArrayList<>(held.values());
    }

    private static Holding holding(Entry entry) {
        ArchiveSegment segment = entry.segment();
        return new Holding(
                segment.key().capture(),
                entry.sensor(),
                segment.packets(),
                segment.key().firstNumber(),
                segment.lastNumber(),
                segment.firstNanos(),
                segment.lastNanos(),
                segment.bytes());
    }

    private static Holding sum(Holding one, Holding other) {
        return new Holding(
                one.capture(),
                one.sensor(),
                one.packets() + other.packets(),
                Math.min(one.firstNumber(), other.firstNumber()),
                Math.max(one.lastNumber(), other.lastNumber()),
                Math.min(one.firstNanos(), other.firstNanos()),
                Math.max(one.lastNanos(), other.lastNanos()),
                one.bytes() + other.bytes());
    }
}
