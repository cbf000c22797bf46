package io.wirecase.capture.store;

import io.wirecase.capture.source.CaptureFile;
import io.wirecase.capture.source.PacketSource;
import io.wirecase.capture.source.RawPacket;
import io.wirecase.capture.source.SourceSummary;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Closes a segment that a crash left growing: what was written of its last packet goes, the rest stays. */
final class SegmentRecovery {

    private long packets;
    private long earliest = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;
    private SourceSummary.@Nullable Damage damage;

    private SegmentRecovery() {}

    /** The segment as it is now, or empty when it held no packet; then its file is gone. */
    static Optional<ArchiveSegment> close(Path file, ArchiveSegment.Key key) throws IOException {
        SegmentRecovery found = new SegmentRecovery();
        found.read(file);
        if (found.packets == 0) {
            Files.delete(file);
            return Optional.empty();
        }
        if (found.damage != null) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(found.damage.offset());
            }
        }
        var segment = new ArchiveSegment(file, key, found.packets, found.earliest, found.latest, Files.size(file));
        return Optional.of(segment.at(Files.move(file, file.resolveSibling(segment.closedName()))));
    }

    private void read(Path file) throws IOException {
        if (!(CaptureFile.open(file) instanceof CaptureFile.Opened(PacketSource source))) {
            return;
        }
        try (source) {
            RawPacket packet = new RawPacket();
            while (source.next(packet)) {
                packets++;
                earliest = Math.min(earliest, packet.timeNanos());
                latest = Math.max(latest, packet.timeNanos());
            }
            damage = source.summary().damage();
        }
    }
}
