package io.wirecase.capture.evidence;

import io.wirecase.capture.source.RawPacket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes a capture file from packets, little-endian, through one buffer. One thread at a time. */
abstract sealed class PacketWriter implements AutoCloseable permits PcapWriter, PcapNgWriter {

    static final long NANOS_OF_SECOND = 1_000_000_000L;
    static final long MICROSECOND = 1_000;
    /** The most bytes of a packet in the file: libpcap's own limit, which is the reader's too. */
    static final int SNAP_LENGTH = 262_144;

    static final long MAX_LENGTH = 0xFFFF_FFFFL;
    private static final int BUFFER = 1 << 20;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private long written;

    PacketWriter(Path file) throws IOException {
        channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }

    /** Whether this file can hold the packet as it was recorded. */
    abstract boolean takes(RawPacket packet);

    /** Writes a packet that it takes. */
    abstract void write(RawPacket packet) throws IOException;

    /** Bytes written so far. */
    final long bytes() {
        return written + buffer.position();
    }

    /** Room for the next few fields. */
    final ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    final void flush() throws IOException {
        buffer.flip();
        written += buffer.remaining();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    @Override
    public final void close() throws IOException {
        try (channel) {
            flush();
        }
    }
}
