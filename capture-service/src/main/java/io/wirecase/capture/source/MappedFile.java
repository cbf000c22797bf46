package io.wirecase.capture.source;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A whole file as memory, of any size, read in either byte order. Offsets outside it are a bug of the caller. */
final class MappedFile implements Closeable {

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final boolean NATIVE_BIG = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;

    private final Arena arena;
    private final MemorySegment bytes;
    private final long size;

    private MappedFile(Arena arena, MemorySegment bytes) {
        this.arena = arena;
        this.bytes = bytes;
        this.size = bytes.byteSize();
    }

    /** Maps a file; the mapping lives until {@link #close()}, whichever thread calls it. */
    static MappedFile open(Path file) throws IOException {
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new MappedFile(arena, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    long size() {
        return size;
    }

    int u8(long at) {
        return bytes.get(ValueLayout.JAVA_BYTE, at) & 0xFF;
    }

    int u16(long at, boolean big) {
        short value = bytes.get(SHORT, at);
        return (big == NATIVE_BIG ? value : Short.reverseBytes(value)) & 0xFFFF;
    }

    long u32(long at, boolean big) {
        int value = bytes.get(INT, at);
        return (big == NATIVE_BIG ? value : Integer.reverseBytes(value)) & 0xFFFF_FFFFL;
    }

    long i64(long at, boolean big) {
        long value = bytes.get(LONG, at);
        return big == NATIVE_BIG ? value : Long.reverseBytes(value);
    }

    void copy(long at, byte[] to, int length) {
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, to, 0, length);
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
