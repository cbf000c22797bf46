package io.wirecase.capture.source;

import io.wirecase.capture.source.SourceSummary.Damage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pcapng file (draft-ietf-opsawg-pcapng): any number of sections, each in its own byte order, any number of
 * interfaces, enhanced, simple and obsolete packet blocks; other blocks are skipped.
 */
final class PcapNgSource implements PacketSource {

    private static final int SECTION = 0x0A0D0D0A;
    private static final int INTERFACE = 1;
    private static final int OBSOLETE_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int STATISTICS = 5;
    private static final int ENHANCED_PACKET = 6;
    private static final int MIN_BLOCK = 12;
    private static final long BYTE_ORDER = 0x1A2B3C4DL;
    private static final long BYTE_ORDER_SWAPPED = 0x4D3C2B1AL;
    /** More than any recorder has; keeps a file of nothing but descriptions from filling the memory. */
    private static final int MAX_INTERFACES = 65_536;

    private static final String TWO_LENGTHS = "a block with two different lengths";

    private static final int IF_TSRESOL = 9;
    private static final int IF_TSOFFSET = 14;
    private static final int EPB_DROPCOUNT = 4;
    /** Of the obsolete packet block: nobody counted. */
    private static final int UNKNOWN_LOSS = 0xFFFF;

    private static final int ISB_IFDROP = 5;
    private static final int ISB_OSDROP = 7;

    private final ByteWindow window;
    private final Origin origin;
    private final List<PcapNgInterface> interfaces = new ArrayList<>();
    private int sectionStart;
    private boolean big;
    /** Index behind the body of the block at the window's place, as far as the window holds it. */
    private int bodyEnd;
    /** Length of that block: it is stepped over late, since a packet is handed out where it lies. */
    private long given;

    private long packets;
    private long badTimes;
    private long skipped;
    private long lastNanos;
    private @Nullable Damage damage;

    PcapNgSource(ByteWindow window, Origin origin) {
        this.window = window;
        this.origin = origin;
    }

    @Override
    public boolean next(RawPacket into) {
        while (damage == null && step()) {
            int type = block();
            if (type >= 0 && take(type, window.at() + 8, into)) {
                return true;
            }
        }
        return false;
    }

    /** Steps over the block that was read last. Returns whether something follows. */
    private boolean step() {
        if (given > ByteWindow.CAPACITY) {
            return stepFar();
        }
        window.skip(given);
        given = 0;
        if (window.have(1) > 0) {
            return true;
        }
        if (window.fault() != null) {
            stop("");
        }
        return false;
    }

    /** Steps over a block that was too long to be looked at whole. */
    private boolean stepFar() {
        long length = given;
        given = 0;
        boolean whole = window.skip(length - 4) == length - 4 && window.have(4) >= 4;
        if (!whole || window.u32(window.at(), big) != length) {
            stop(whole ? TWO_LENGTHS : "the file ends inside a block of " + length + " bytes");
            return false;
        }
        given = 4;
        return step();
    }

    /** Checks the block at the current place and returns its type, or -1 when it is damaged. */
    private int block() {
        if (window.have(MIN_BLOCK) < MIN_BLOCK) {
            return stop("the file ends inside a block header");
        }
        int at = window.at();
        boolean section = window.u32(at, true) == SECTION;
        if (section && !byteOrder(at)) {
            return stop("a section header without a byte order");
        }
        long type = window.u32(at, big);
        long length = window.u32(at + 4, big);
        if (length < MIN_BLOCK || length % 4 != 0) {
            return stop("a block claims " + length + " bytes, which none can have");
        }
        Long left = origin.left(window);
        if (left != null && length > left) {
            return stop("the file ends inside a block: " + left + " of " + length + " bytes");
        }
        int there = window.have((int) Math.min(length, ByteWindow.CAPACITY));
        if (there < Math.min(length, ByteWindow.CAPACITY)) {
            return stop("the file ends inside a block: " + there + " of " + length + " bytes");
        }
        at = window.at();
        bodyEnd = at + (int) Math.min(length - 4, ByteWindow.CAPACITY);
        if (length <= ByteWindow.CAPACITY && window.u32(bodyEnd, big) != length) {
            return stop(TWO_LENGTHS);
        }
        given = length;
        return (int) (type & 0x7FFF_FFFF);
    }

    private boolean byteOrder(int at) {
        long order = window.u32(at + 8, true);
        big = order == BYTE_ORDER;
        return big || order == BYTE_ORDER_SWAPPED;
    }

    /** Reads a block's body. Returns whether it gave a packet. */
    private boolean take(int type, int body, RawPacket into) {
        int length = bodyEnd - body;
        switch (type) {
            case SECTION -> sectionStart = interfaces.size();
            case INTERFACE -> describe(body, length);
            case STATISTICS -> statistics(body, length);
            case ENHANCED_PACKET -> {
                return length >= 20 ? enhanced(body, into) : skip();
            }
            case OBSOLETE_PACKET -> {
                return length >= 20 ? obsolete(body, into) : skip();
            }
            case SIMPLE_PACKET -> {
                return length >= 4 ? simple(body, into) : skip();
            }
            default -> skip();
        }
        return false;
    }

    private boolean skip() {
        skipped++;
        return false;
    }

    private void describe(int body, int length) {
        if (length < 8 || interfaces.size() >= MAX_INTERFACES) {
            stop("an interface description that is cut, or one too many");
            return;
        }
        PcapNgClock clock = PcapNgClock.MICROS;
        PcapNgOptions options = new PcapNgOptions(window, big, body + 8, bodyEnd);
        for (int code = options.next(); code != 0; code = options.next()) {
            if (code == IF_TSRESOL) {
                clock = clock.resolution(options.u8(6));
            } else if (code == IF_TSOFFSET) {
                clock = clock.offset(options.i64(0));
            }
        }
        interfaces.add(new PcapNgInterface(window.u16(body, big), window.u32(body + 4, big), clock));
    }

    private void statistics(int body, int length) {
        PcapNgInterface on = length < 12 ? PcapNgInterface.UNDESCRIBED : described((int) window.u32(body, big));
        if (on == PcapNgInterface.UNDESCRIBED) {
            return;
        }
        long dropped = -1;
        PcapNgOptions options = new PcapNgOptions(window, big, body + 12, bodyEnd);
        for (int code = options.next(); code != 0; code = options.next()) {
            if (code == ISB_IFDROP || code == ISB_OSDROP) {
                dropped = Math.max(0, dropped) + Math.max(0, options.i64(0));
            }
        }
        on.told(dropped);
    }

    private PcapNgInterface described(int id) {
        return id >= 0 && id < interfaces.size() - sectionStart
                ? interfaces.get(sectionStart + id)
                : PcapNgInterface.UNDESCRIBED;
    }

    private boolean enhanced(int body, RawPacket into) {
        int id = (int) window.u32(body, big);
        losses(body, id);
        return packet(body, id, into);
    }

    private boolean obsolete(int body, RawPacket into) {
        int id = window.u16(body, big);
        int lost = window.u16(body + 2, big);
        described(id).lost(lost == UNKNOWN_LOSS ? 0 : lost);
        return packet(body, id, into);
    }

    private boolean packet(int body, int id, RawPacket into) {
        PcapNgInterface on = described(id);
        long stamp = window.u32(body + 4, big) << 32 | window.u32(body + 8, big);
        give(body + 20, window.u32(body + 12, big), window.u32(body + 16, big), into);
        into.time(time(on.clock.nanos(stamp)), on.clock.resolutionNanos());
        into.origin(on.linkType, sectionStart + Math.max(0, id), packets);
        return true;
    }

    /** What was lost ahead of a packet, by its options. */
    private void losses(int body, int id) {
        long captured = window.u32(body + 12, big);
        if (captured > bodyEnd - body - 20) {
            return;
        }
        PcapNgOptions options = new PcapNgOptions(window, big, body + 20 + ((int) captured + 3 & ~3), bodyEnd);
        for (int code = options.next(); code != 0; code = options.next()) {
            if (code == EPB_DROPCOUNT) {
                described(id).lost(options.i64(0));
            }
        }
    }

    private boolean simple(int body, RawPacket into) {
        PcapNgInterface on = described(0);
        long original = window.u32(body, big);
        long limit = on.snapLength == 0 ? original : Math.min(original, on.snapLength);
        give(body + 4, limit, original, into);
        into.time(time(PcapNgClock.BAD), on.clock.resolutionNanos()).origin(on.linkType, sectionStart, packets);
        return true;
    }

    /** Gives a packet's bytes: never more than its block holds, whatever it claims. */
    private void give(int from, long captured, long original, RawPacket into) {
        packets++;
        int length = (int) Math.min(Math.min(captured, bodyEnd - from), CaptureFile.MAX_PACKET_BYTES);
        into.data(window.bytes(), from, length, original);
    }

    private long time(long nanos) {
        if (nanos == PcapNgClock.BAD) {
            badTimes++;
        } else {
            lastNanos = nanos;
        }
        return lastNanos;
    }

    private int stop(String what) {
        damage = origin.damage(window, what);
        return -1;
    }

    @Override
    public double progress() {
        return damage != null ? 1 : origin.progress(window);
    }

    @Override
    public SourceSummary summary() {
        long dropped = -1;
        for (PcapNgInterface each : interfaces) {
            dropped = each.dropped() < 0 ? dropped : Math.max(0, dropped) + each.dropped();
        }
        return new SourceSummary(
                "pcapng",
                packets,
                badTimes,
                skipped,
                interfaces.size(),
                dropped < 0 ? null : dropped,
                damage,
                origin.packing(window));
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
