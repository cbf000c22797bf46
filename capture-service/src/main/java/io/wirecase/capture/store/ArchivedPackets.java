package io.wirecase.capture.store;

import io.wirecase.capture.source.CaptureFile;
import io.wirecase.capture.source.PacketSource;
import io.wirecase.capture.source.RawPacket;
import io.wirecase.capture.source.SourceSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The packets of some segments, one segment open at a time. What the limits remove meanwhile is left out. */
final class ArchivedPackets implements PacketSource {

    /** A segment may be closed, and so renamed, between the look where it is and the opening. */
    private static final int LOOKS = 3;

    private final SegmentIndex index;
    private final Deque<ArchiveSegment.Key> left;
    private final int segments;
    private final long fromNanos;
    private final long toNanos;
    private @Nullable PacketSource current;
    private long before;
    private long packets;

    ArchivedPackets(SegmentIndex index, Collection<ArchiveSegment.Key> segments, long fromNanos, long toNanos) {
        this.index = index;
        this.left = new ArrayDeque<>(segments);
        this.segments = segments.size();
        this.fromNanos = fromNanos;
        this.toNanos = toNanos;
    }

    @Override
    public boolean next(RawPacket into) {
        while (current != null || open()) {
            PacketSource from = current;
            while (from != null && from.next(into)) {
                if (into.timeNanos() >= fromNanos && into.timeNanos() <= toNanos) {
                    into.origin(into.linkType(), into.interfaceId(), before + into.number());
                    packets++;
                    return true;
                }
            }
            close();
        }
        return false;
    }

    @Override
    public double progress() {
        return segments == 0 ? 1 : 1 - (double) left.size() / segments;
    }

    @Override
    public SourceSummary summary() {
        return new SourceSummary("live", packets, 0, 0, 1, null, null);
    }

    @Override
    public void close() {
        PacketSource open = current;
        current = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException cannot) {
                throw new UncheckedIOException(cannot);
            }
        }
    }

    /** Opens the next segment that is still there. */
    private boolean open() {
        while (current == null && !left.isEmpty()) {
            ArchiveSegment.Key key = left.remove();
            before = key.firstNumber() - 1;
            try {
                current = open(key);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return current != null;
    }

    private @Nullable PacketSource open(ArchiveSegment.Key key) throws IOException {
        for (int look = 0; look < LOOKS; look++) {
            Optional<SegmentIndex.Entry> entry = index.find(key);
            if (entry.isEmpty()) {
                return null;
            }
            try {
                if (Files.size(entry.get().segment().file()) < PacketBatch.FILE_HEADER) {
                    return null;
                }
                return CaptureFile.open(entry.get().segment().file()) instanceof CaptureFile.Opened(PacketSource source)
                        ? source
                        : null;
            } catch (NoSuchFileException moved) {
                continue;
            }
        }
        return null;
    }
}
