package io.wirecase.capture.live;

import io.wirecase.capture.source.RawPacket;
import io.wirecase.capture.source.SourceSummary;
import java.io.Closeable;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;
import org.pcap4j.core.PcapStat;

/** A network interface that is listened on, through libpcap. One thread at a time. */
public final class LiveInterface implements Closeable {

    /** The longest the system gathers packets before it hands them over. */
    private static final int TIMEOUT_MS = 100;

    private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();

    private static final int BUFFER_BYTES = 16 << 20;
    private static final long NANOS_OF_SECOND = 1_000_000_000L;
    private static final long MICROSECOND = 1_000;

    private final PcapHandle handle;
    private final int linkType;
    private final long resolution;
    private long packets;
    private long dropped;

    private LiveInterface(PcapHandle handle) {
        this.handle = handle;
        this.linkType = handle.getDlt().value();
        this.resolution = handle.getTimestampPrecision() == PcapHandle.TimestampPrecision.NANO ? 1 : MICROSECOND;
    }

    /** What became of opening an interface. */
    public sealed interface Result {}

    /**
     * It is listened on.
     *
     * @param live the interface; the caller closes it
     */
    public record Opened(LiveInterface live) implements Result {}

    /**
     * It cannot be listened on.
     *
     * @param reason why and what to do, as a phrase for people
     */
    public record Refused(String reason) implements Result {}

    /** Starts to listen. Files never need this: only here is libpcap loaded. */
    public static Result open(LiveSettings settings) {
        try {
            PcapHandle handle = new PcapHandle.Builder(settings.networkInterface())
                    .snaplen(settings.snapLength())
                    .promiscuousMode(PromiscuousMode.PROMISCUOUS)
                    .timeoutMillis(TIMEOUT_MS)
                    .bufferSize(BUFFER_BYTES)
                    .timestampPrecision(PcapHandle.TimestampPrecision.NANO)
                    .build();
            if (!settings.filter().isEmpty()) {
                filter(handle, settings.filter());
            }
            // On Linux a blocking read waits for a first packet however short its time-out is (pcap(3PCAP), "packet
            // buffer timeout"), and a silent network would never let flows end.
            handle.setBlockingMode(PcapHandle.BlockingMode.NONBLOCKING);
            return new Opened(new LiveInterface(handle));
        } catch (PcapNativeException | NotOpenException refused) {
            return new Refused("libpcap refuses " + settings.networkInterface() + ": " + refused.getMessage());
        } catch (LinkageError missing) {
            return new Refused("libpcap is not installed (Debian: apt-get install libpcap0.8); files need no libpcap: "
                    + missing.getMessage());
        }
    }

    /**
     * Takes the next packet that arrives soon.
     *
     * @param into overwritten when there is a packet
     * @return false when none came within some milliseconds
     */
    public boolean poll(RawPacket into) {
        byte @Nullable [] bytes = next();
        if (bytes == null) {
            LockSupport.parkNanos(PAUSE_NANOS);
            return false;
        }
        Timestamp time = handle.getTimestamp();
        long nanos = Math.floorDiv(time.getTime(), 1_000L) * NANOS_OF_SECOND + time.getNanos();
        into.data(bytes, 0, bytes.length, handle.getOriginalLength())
                .time(nanos, resolution)
                .origin(linkType, 0, ++packets);
        return true;
    }

    /** What came so far, with what the system lost. */
    public SourceSummary summary() {
        try {
            PcapStat statistics = handle.getStats();
            dropped = statistics.getNumPacketsDropped() + statistics.getNumPacketsDroppedByIf();
        } catch (PcapNativeException | NotOpenException closed) {
            return new SourceSummary("live", packets, 0, 0, 1, dropped, null);
        }
        return new SourceSummary("live", packets, 0, 0, 1, dropped, null);
    }

    @Override
    public void close() {
        handle.close();
    }

    private byte @Nullable [] next() {
        try {
            return handle.getNextRawPacket();
        } catch (NotOpenException closed) {
            throw new IllegalStateException(closed);
        }
    }

    private static void filter(PcapHandle handle, String expression) throws PcapNativeException, NotOpenException {
        try {
            handle.setFilter(expression, BpfCompileMode.OPTIMIZE);
        } catch (PcapNativeException | NotOpenException refused) {
            handle.close();
            throw refused;
        }
    }
}
