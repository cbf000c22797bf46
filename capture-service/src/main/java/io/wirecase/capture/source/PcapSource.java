package io.wirecase.capture.source;

import io.wirecase.capture.source.SourceSummary.Damage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A classic pcap file (draft-ietf-opsawg-pcap), both byte orders, micro- and nanoseconds, and Kuznetzov's with its
 * longer record headers. There is no way to find the next record behind a damaged one, so reading stops there and says
 * so. A second file that was joined to the first is read on.
 */
final class PcapSource implements PacketSource {

    private static final int FILE_HEADER = CaptureFile.HEADER_BYTES;
    private static final int RECORD_HEADER = 16;
    private static final int LONG_RECORD_HEADER = 24;
    private static final int VERSION = 4;
    private static final int NETWORK = 20;
    /** The upper bits of the link type say whether frames end in a check sequence. */
    private static final long LINK_TYPE_MASK = 0xFFFF;

    private static final String CUT_HEADER = "the file ends inside a record header";

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final ByteWindow window;
    private final Origin origin;
    private boolean big;
    private long fractions;
    private int recordHeader;
    private int linkType;
    private int files;
    /** Bytes from the window's place to what comes next: the packet that was given is stepped over late. */
    private int given;

    private long packets;
    private long badTimes;
    private @Nullable Damage damage;

    PcapSource(ByteWindow window, Origin origin) {
        this.window = window;
        this.origin = origin;
        header(window.at());
    }

    private void header(int at) {
        int magic = (int) window.u32(at, true);
        big = magic == Magic.PCAP_MICROS || magic == Magic.PCAP_NANOS || magic == Magic.PCAP_LONG;
        boolean nanos = magic == Magic.PCAP_NANOS || magic == Magic.PCAP_NANOS_SWAPPED;
        boolean wide = magic == Magic.PCAP_LONG || magic == Magic.PCAP_LONG_SWAPPED;
        fractions = nanos ? NANOS_PER_SECOND : 1_000_000;
        recordHeader = wide ? LONG_RECORD_HEADER : RECORD_HEADER;
        linkType = (int) (window.u32(at + NETWORK, big) & LINK_TYPE_MASK);
        files++;
        given = FILE_HEADER;
    }

    @Override
    public boolean next(RawPacket into) {
        if (damage != null) {
            return false;
        }
        step();
        int left = window.have(recordHeader);
        while (left >= recordHeader && anotherFile()) {
            header(window.at());
            step();
            left = window.have(recordHeader);
        }
        if (left < recordHeader) {
            return (left > 0 || window.fault() != null) && stop(left == 0 ? "" : CUT_HEADER);
        }
        long captured = window.u32(window.at() + 8, big);
        if (captured > CaptureFile.MAX_PACKET_BYTES) {
            return stop("a record claims " + captured + " bytes, more than any packet has");
        }
        int record = recordHeader + (int) captured;
        left = window.have(record);
        if (left < record) {
            return stop("the file ends inside a packet: " + (left - recordHeader) + " of " + captured + " bytes");
        }
        give(window.at(), (int) captured, into);
        given = record;
        return true;
    }

    private void step() {
        window.skip(given);
        given = 0;
    }

    private void give(int at, int captured, RawPacket into) {
        packets++;
        into.data(window.bytes(), at + recordHeader, captured, window.u32(at + 12, big));
        into.time(time(at), NANOS_PER_SECOND / fractions).origin(linkType, files - 1, packets);
    }

    /** Whether a file's header stands where a record's is due: a record of that look would be empty and of 2055. */
    private boolean anotherFile() {
        int at = window.at();
        int magic = (int) window.u32(at, true);
        if (!Magic.pcap(magic) || window.have(FILE_HEADER) < FILE_HEADER) {
            return false;
        }
        at = window.at();
        boolean otherBig = magic >>> 16 == 0xA1B2;
        return window.u16(at + VERSION, otherBig) == 2
                && window.u16(at + VERSION + 2, otherBig) == 4
                && window.i64(at + 8, true) == 0;
    }

    private long time(int at) {
        long seconds = window.u32(at, big);
        long fraction = window.u32(at + 4, big);
        if (fraction >= fractions) {
            badTimes++;
            fraction = 0;
        }
        return seconds * NANOS_PER_SECOND + fraction * (NANOS_PER_SECOND / fractions);
    }

    private boolean stop(String what) {
        damage = origin.damage(window, what);
        return false;
    }

    @Override
    public double progress() {
        return damage != null ? 1 : origin.progress(window);
    }

    @Override
    public SourceSummary summary() {
        return new SourceSummary("pcap", packets, badTimes, 0, files, null, damage, origin.packing(window));
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
