package io.wirecase.capture.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of many gigabytes cost the memory of a small one. The file has holes: it takes next to nothing on the disk. */
class LargeFileTest {

    private static final int HUGE_BLOCK = 1 << 30;
    private static final int HUGE_BLOCKS = 2;
    private static final long MOST_ALLOCATED = 4L << 20;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("large.pcapng");
        byte[] start = new PcapNgBytes(ByteOrder.LITTLE_ENDIAN)
                .section()
                .anInterface(1, 0, 9, 0)
                .bytes();
        byte[] packet = new PcapNgBytes(ByteOrder.LITTLE_ENDIAN)
                .packet(0, 7, new byte[60])
                .bytes();
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap(start));
            for (int i = 0; i < HUGE_BLOCKS; i++) {
                out.write(ByteBuffer.wrap(packet));
                long block = out.position();
                out.write(numbers(0x0BAD, HUGE_BLOCK));
                out.write(numbers(HUGE_BLOCK), block + HUGE_BLOCK - 4);
                out.position(block + HUGE_BLOCK);
            }
            out.write(ByteBuffer.wrap(packet, 0, packet.length - 8));
        }
    }

    @Test
    void twoGibibytesAreReadInTheMemoryOfAWindow() throws IOException {
        long before = allocated();
        try (PacketSource source = ((CaptureFile.Opened) CaptureFile.open(file)).source()) {
            RawPacket packet = new RawPacket();
            int packets = 0;
            while (source.next(packet)) {
                packets++;
                assertThat(packet.captured()).isEqualTo(60);
            }
            SourceSummary.Damage damage = source.summary().damage();

            assertThat(packets).isEqualTo(HUGE_BLOCKS);
            assertThat(source.summary().skippedBlocks()).isEqualTo(HUGE_BLOCKS);
            assertThat(damage).isNotNull();
            assertThat(damage.offset()).isGreaterThan(2L << 30);
            assertThat(damage.bytesLeft()).isEqualTo(84L);
        }
        assertThat(allocated() - before).isLessThan(MOST_ALLOCATED);
    }

    private static ByteBuffer numbers(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.flip();
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
