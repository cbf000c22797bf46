package io.wirecase.capture.source;

import io.wirecase.capture.source.SourceSummary.Damage;
import org.jspecify.annotations.Nullable;

/**
 * A classic pcap file (draft-ietf-opsawg-pcap), both byte orders, micro- and nanoseconds. There is no way to find the
 * next record behind a damaged one, so reading stops there and says so.
 */
final class PcapSource implements PacketSource {

    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int NETWORK = 20;
    /** The upper bits of the link type say whether frames end in a check sequence. */
    private static final long LINK_TYPE_MASK = 0xFFFF;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final MappedFile file;
    private final boolean big;
    private final long fractions;
    private final int linkType;
    private final PacketBuffer buffer = new PacketBuffer();
    private long at = FILE_HEADER;
    private long packets;
    private long badTimes;
    private @Nullable Damage damage;

    PcapSource(MappedFile file, int magic) {
        this.file = file;
        this.big = magic == Magic.PCAP_MICROS || magic == Magic.PCAP_NANOS;
        boolean nanos = magic == Magic.PCAP_NANOS || magic == Magic.PCAP_NANOS_SWAPPED;
        this.fractions = nanos ? NANOS_PER_SECOND : 1_000_000;
        this.linkType = (int) (file.u32(NETWORK, big) & LINK_TYPE_MASK);
    }

    @Override
    public boolean next(RawPacket into) {
        long left = file.size() - at;
        if (left == 0 || damage != null) {
            return false;
        }
        if (left < RECORD_HEADER) {
            return stop("the file ends inside a record header");
        }
        long captured = file.u32(at + 8, big);
        if (captured > CaptureFile.MAX_PACKET_BYTES) {
            return stop("a record claims " + captured + " bytes, more than any packet has");
        }
        if (captured > left - RECORD_HEADER) {
            return stop("the file ends inside a packet: " + (left - RECORD_HEADER) + " of " + captured + " bytes");
        }
        packets++;
        buffer.fill(file, at + RECORD_HEADER, (int) captured, file.u32(at + 12, big), into);
        into.time(time(), NANOS_PER_SECOND / fractions).origin(linkType, 0, packets);
        at += RECORD_HEADER + captured;
        return true;
    }

    private long time() {
        long seconds = file.u32(at, big);
        long fraction = file.u32(at + 4, big);
        if (fraction >= fractions) {
            badTimes++;
            fraction = 0;
        }
        return seconds * NANOS_PER_SECOND + fraction * (NANOS_PER_SECOND / fractions);
    }

    private boolean stop(String what) {
        damage = new Damage(at, file.size() - at, what);
        return false;
    }

    @Override
    public double progress() {
        return damage != null ? 1 : (double) at / file.size();
    }

    @Override
    public SourceSummary summary() {
        return new SourceSummary("pcap", packets, badTimes, 0, 1, null, damage);
    }

    @Override
    public void close() {
        file.close();
    }
}
