package io.wirecase.capture.live;

import io.wirecase.capture.source.RawPacket;
import io.wirecase.capture.source.SourceSummary;
import java.io.Closeable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;
import org.pcap4j.core.PcapStat;

/**
 * A network interface that is listened on, through libpcap. One thread at a time.
 *
 * <p>What the system does to packets shows in what comes: a card or the kernel may join segments into packets of up to
 * 64 KiB (GRO, TSO), which a short snap length cuts; VLAN tags that the kernel took off are put back by libpcap; {@code
 * lo} gives each packet once, {@code any} comes with Linux cooked headers.
 */
public final class LiveInterface implements Feed, Closeable {

    /** The longest the system gathers packets before it hands them over. */
    private static final int TIMEOUT_MS = 100;

    private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();
    private static final long MICROSECOND = 1_000;
    /** On Linux libpcap gives raw IP the number that OpenBSD's kernel uses; in files it is another. */
    private static final int DLT_RAW = 12;

    private static final int LINKTYPE_RAW = 101;

    private final PcapHandle handle;
    private final FrameReader frames;
    private final int linkType;
    private final DropCounter kernel = new DropCounter();
    private final DropCounter card = new DropCounter();
    private long packets;
    private @Nullable String broken;

    private LiveInterface(PcapHandle handle) {
        this.handle = handle;
        int type = handle.getDlt().value();
        this.linkType = type == DLT_RAW ? LINKTYPE_RAW : type;
        boolean nanos = handle.getTimestampPrecision() == PcapHandle.TimestampPrecision.NANO;
        this.frames = new FrameReader(handle, nanos ? 1 : MICROSECOND);
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
     * @param refusal why and what to do
     */
    public record Refused(Refusal refusal) implements Result {}

    /** Starts to listen. Files never need this: only in this room is libpcap loaded. */
    public static Result open(LiveSettings settings) {
        try {
            return activate(settings);
        } catch (LinkageError missing) {
            return new Refused(Refusal.noLibrary());
        }
    }

    private static Result activate(LiveSettings settings) {
        PcapHandle handle;
        try {
            handle = new PcapHandle.Builder(settings.networkInterface())
                    .snaplen(settings.snapLength())
                    .promiscuousMode(
                            settings.promiscuous() ? PromiscuousMode.PROMISCUOUS : PromiscuousMode.NONPROMISCUOUS)
                    .timeoutMillis(TIMEOUT_MS)
                    .immediateMode(settings.immediate())
                    .bufferSize(settings.bufferBytes())
                    .timestampPrecision(PcapHandle.TimestampPrecision.NANO)
                    .build();
        } catch (PcapNativeException refused) {
            return new Refused(Refusal.toOpen(settings.networkInterface(), refused));
        }
        return ready(handle, settings);
    }

    private static Result ready(PcapHandle handle, LiveSettings settings) {
        try {
            if (!settings.filter().isBlank()) {
                handle.setFilter(settings.filter(), BpfCompileMode.OPTIMIZE);
            }
        } catch (PcapNativeException bad) {
            handle.close();
            return new Refused(Refusal.badFilter(settings.filter(), bad));
        } catch (NotOpenException closed) {
            throw new IllegalStateException(closed);
        }
        try {
            // On Linux a blocking read waits for a first packet however short its time-out is (pcap(3PCAP), "packet
            // buffer timeout"), and a silent network would never let flows end.
            handle.setBlockingMode(PcapHandle.BlockingMode.NONBLOCKING);
            return new Opened(new LiveInterface(handle));
        } catch (PcapNativeException refused) {
            handle.close();
            return new Refused(Refusal.toOpen(settings.networkInterface(), refused));
        } catch (NotOpenException closed) {
            throw new IllegalStateException(closed);
        }
    }

    @Override
    public boolean poll(RawPacket into) {
        int answer = broken == null ? frames.next(into) : FrameReader.NONE;
        if (answer == FrameReader.PACKET) {
            into.origin(linkType, 0, ++packets);
            return true;
        }
        if (answer < 0) {
            broken = error();
        }
        LockSupport.parkNanos(PAUSE_NANOS);
        return false;
    }

    @Override
    public Optional<String> broken() {
        return Optional.ofNullable(broken);
    }

    @Override
    public Drops drops() {
        try {
            PcapStat statistics = handle.getStats();
            return new Drops(
                    kernel.now(statistics.getNumPacketsDropped()), card.now(statistics.getNumPacketsDroppedByIf()));
        } catch (PcapNativeException | NotOpenException gone) {
            return new Drops(kernel.sum(), card.sum());
        }
    }

    @Override
    public SourceSummary summary() {
        return new SourceSummary("live", packets, 0, 0, 1, drops().sum(), null);
    }

    /** The link type of its packets (tcpdump.org's LINKTYPE registry). */
    public int linkType() {
        return linkType;
    }

    @Override
    public void close() {
        frames.close();
        handle.close();
    }

    private String error() {
        try {
            return String.valueOf(handle.getError());
        } catch (NotOpenException closed) {
            return String.valueOf(closed.getMessage());
        }
    }
}
