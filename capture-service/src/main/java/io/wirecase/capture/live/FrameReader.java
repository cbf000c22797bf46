package io.wirecase.capture.live;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import io.wirecase.capture.source.RawPacket;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Field;
import org.pcap4j.core.PcapHandle;

/**
 * Reads packets of a handle that pcap4j opened by calling pcap_next_ex(3PCAP) itself: pcap4j makes several objects and
 * reflective copies for each packet, which takes about twelve times as long (docs/adr/0008). The
 * bytes are copied once, into one array.
 */
final class FrameReader implements AutoCloseable {

    /** A packet was read. */
    static final int PACKET = 1;
    /** None is there now. */
    static final int NONE = 0;

    private static final String LIBRARY_PROPERTY = "org.pcap4j.core.pcapLibName";
    private static final FunctionDescriptor NEXT_EX =
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ADDRESS, ADDRESS);
    /** struct pcap_pkthdr where time_t has 64 bits: seconds, fraction, bytes captured, bytes on the wire. */
    private static final int FRACTION = 8;

    private static final int CAPTURED = 16;
    private static final int ON_WIRE = 20;
    private static final long NANOS_OF_SECOND = 1_000_000_000L;
    private static final long UNSIGNED = 0xFFFF_FFFFL;
    /** All memory, so that reading at an address libpcap gave makes no object. */
    private static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private final Arena arena = Arena.ofShared();
    private final MemorySegment headerAt = arena.allocate(ADDRESS);
    private final MemorySegment bytesAt = arena.allocate(ADDRESS);
    private final MethodHandle next;
    private final long handle;
    private final long fraction;
    private final byte[] bytes = new byte[LiveSettings.MAX_SNAP_LENGTH];

    /**
     * A reader of an open handle, which must outlive it.
     *
     * @param fractionNanos what the unit of a time stamp's fraction is, in nanoseconds
     */
    FrameReader(PcapHandle open, long fractionNanos) {
        this.handle = address(open);
        this.fraction = fractionNanos;
        String library = System.getProperty(LIBRARY_PROPERTY, "pcap");
        long function = Pointer.nativeValue(NativeLibrary.getInstance(library).getFunction("pcap_next_ex"));
        this.next = Linker.nativeLinker().downcallHandle(MemorySegment.ofAddress(function), NEXT_EX);
    }

    /**
     * Reads the next packet.
     *
     * @param into given bytes and time when there is one
     * @return {@link #PACKET}, {@link #NONE} or libpcap's error code
     */
    int next(RawPacket into) {
        int answer = call();
        if (answer != PACKET) {
            return answer;
        }
        long header = headerAt.get(JAVA_LONG_UNALIGNED, 0);
        long seconds = MEMORY.get(JAVA_LONG_UNALIGNED, header);
        long part = MEMORY.get(JAVA_INT_UNALIGNED, header + FRACTION);
        int captured = Math.clamp(MEMORY.get(JAVA_INT_UNALIGNED, header + CAPTURED), 0, bytes.length);
        long original = MEMORY.get(JAVA_INT_UNALIGNED, header + ON_WIRE) & UNSIGNED;
        MemorySegment.copy(MEMORY, JAVA_BYTE, bytesAt.get(JAVA_LONG_UNALIGNED, 0), bytes, 0, captured);
        into.data(bytes, 0, captured, original).time(seconds * NANOS_OF_SECOND + part * fraction, fraction);
        return PACKET;
    }

    @Override
    public void close() {
        arena.close();
    }

    private int call() {
        try {
            return (int) next.invokeExact(handle, headerAt, bytesAt);
        } catch (RuntimeException | Error ours) {
            throw ours;
        } catch (Throwable none) {
            throw new IllegalStateException("pcap_next_ex declares no exception", none);
        }
    }

    /** Where libpcap has the handle; pcap4j keeps it to itself. */
    private static long address(PcapHandle open) {
        try {
            Field field = PcapHandle.class.getDeclaredField("handle");
            field.setAccessible(true);
            return Pointer.nativeValue((Pointer) field.get(open));
        } catch (ReflectiveOperationException otherVersion) {
            throw new IllegalStateException("pcap4j is not the version this was written for", otherVersion);
        }
    }
}
