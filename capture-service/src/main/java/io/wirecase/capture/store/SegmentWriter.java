package io.wirecase.capture.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** One segment while it grows. After a crash it holds whole packets up to a cut last one. One thread at a time. */
final class SegmentWriter implements Closeable {

    private final FileChannel channel;
    private final int linkType;
    private final boolean nanos;
    private ArchiveSegment segment;

    private SegmentWriter(FileChannel channel, ArchiveSegment segment, PacketBatch first) {
        this.channel = channel;
        this.segment = segment;
        this.linkType = first.linkType();
        this.nanos = first.nanos();
    }

    /** Begins a segment for a batch, which is not written yet. */
    static SegmentWriter begin(Path folder, ArchiveSegment.Key key, PacketBatch first) throws IOException {
        Path file = Files.createDirectories(folder).resolve(ArchiveSegment.growing(key, first.earliest()));
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        ArchiveSegment empty =
                new ArchiveSegment(file, key, 0, first.earliest(), first.latest(), PacketBatch.FILE_HEADER);
        SegmentWriter writer = new SegmentWriter(channel, empty, first);
        writer.write(first.header());
        return writer;
    }

    /** Whether a batch goes on where this segment ends. */
    boolean takes(PacketBatch batch, ArchiveLimits limits) {
        long span = Math.max(segment.lastNanos(), batch.latest()) - Math.min(segment.firstNanos(), batch.earliest());
        return batch.firstNumber() == segment.lastNumber() + 1
                && batch.sameKind(linkType, nanos)
                && segment.bytes() < limits.segmentBytes()
                && span <= limits.segmentNanos();
    }

    /** Writes a batch and tells what the segment holds now. */
    ArchiveSegment append(PacketBatch batch) throws IOException {
        ByteBuffer bytes = batch.written();
        int length = bytes.remaining();
        write(bytes);
        segment = new ArchiveSegment(
                segment.file(),
                segment.key(),
                segment.packets() + batch.packets(),
                Math.min(segment.firstNanos(), batch.earliest()),
                Math.max(segment.lastNanos(), batch.latest()),
                segment.bytes() + length);
        return segment;
    }

    /** Ends the segment under the name that says what is in it. */
    ArchiveSegment end() throws IOException {
        channel.close();
        Path closed = segment.file().resolveSibling(segment.closedName());
        Files.move(segment.file(), closed, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        segment = segment.at(closed);
        return segment;
    }

    ArchiveSegment segment() {
        return segment;
    }

    /** Lets go of the file and leaves it as it is. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
