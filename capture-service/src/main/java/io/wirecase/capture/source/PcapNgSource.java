package io.wirecase.capture.source;

import io.wirecase.capture.source.SourceSummary.Damage;
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

    private static final int IF_TSRESOL = 9;
    private static final int IF_TSOFFSET = 14;
    private static final int ISB_IFDROP = 5;
    private static final int ISB_OSDROP = 7;

    private final MappedFile file;
    private final PacketBuffer buffer = new PacketBuffer();
    private final List<PcapNgInterface> interfaces = new ArrayList<>();
    private int sectionStart;
    private boolean big;
    private long at;
    private long blockStart;
    private long bodyEnd;
    private long packets;
    private long badTimes;
    private long skipped;
    private long lastNanos;
    private @Nullable Damage damage;

    PcapNgSource(MappedFile file) {
        this.file = file;
    }

    @Override
    public boolean next(RawPacket into) {
        while (damage == null && at < file.size()) {
            blockStart = at;
            int type = block();
            if (type < 0) {
                return false;
            }
            at = bodyEnd + 4;
            if (take(type, blockStart + 8, into)) {
                return true;
            }
        }
        return false;
    }

    /** Checks the block at the current place and returns its type, or -1 when it is damaged. */
    private int block() {
        long left = file.size() - at;
        if (left < MIN_BLOCK) {
            return stop("the file ends inside a block header");
        }
        boolean section = file.u32(at, true) == SECTION;
        if (section && !byteOrder()) {
            return stop("a section header without a byte order");
        }
        long type = file.u32(at, big);
        long length = file.u32(at + 4, big);
        if (length < MIN_BLOCK || length % 4 != 0) {
            return stop("a block claims " + length + " bytes, which none can have");
        }
        if (length > left) {
            return stop("the file ends inside a block: " + left + " of " + length + " bytes");
        }
        if (file.u32(at + length - 4, big) != length) {
            return stop("a block with two different lengths");
        }
        bodyEnd = at + length - 4;
        return (int) (type & 0x7FFF_FFFF);
    }

    private boolean byteOrder() {
        long order = file.u32(at + 8, true);
        big = order == BYTE_ORDER;
        return big || order == BYTE_ORDER_SWAPPED;
    }

    /** Reads a block's body. Returns whether it gave a packet. */
    private boolean take(int type, long body, RawPacket into) {
        long length = bodyEnd - body;
        switch (type) {
            case SECTION -> sectionStart = interfaces.size();
            case INTERFACE -> describe(body, length);
            case STATISTICS -> statistics(body, length);
            case ENHANCED_PACKET -> {
                return length >= 20 ? packet(body, (int) file.u32(body, big), into) : skip();
            }
            case OBSOLETE_PACKET -> {
                return length >= 20 ? packet(body, file.u16(body, big), into) : skip();
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

    private void describe(long body, long length) {
        if (length < 8 || interfaces.size() >= MAX_INTERFACES) {
            stop("an interface description that is cut, or one too many");
            return;
        }
        PcapNgClock clock = PcapNgClock.MICROS;
        PcapNgOptions options = new PcapNgOptions(file, big, body + 8, bodyEnd);
        for (int code = options.next(); code != 0; code = options.next()) {
            if (code == IF_TSRESOL) {
                clock = clock.resolution(options.u8(6));
            } else if (code == IF_TSOFFSET) {
                clock = clock.offset(options.i64(0));
            }
        }
        interfaces.add(new PcapNgInterface(file.u16(body, big), file.u32(body + 4, big), clock));
    }

    private void statistics(long body, long length) {
        PcapNgInterface on = length < 12 ? PcapNgInterface.UNDESCRIBED : described((int) file.u32(body, big));
        if (on == PcapNgInterface.UNDESCRIBED) {
            return;
        }
        long dropped = -1;
        PcapNgOptions options = new PcapNgOptions(file, big, body + 12, bodyEnd);
        for (int code = options.next(); code != 0; code = options.next()) {
            if (code == ISB_IFDROP || code == ISB_OSDROP) {
                dropped = Math.max(0, dropped) + Math.max(0, options.i64(0));
            }
        }
        on.dropped = dropped < 0 ? on.dropped : dropped;
    }

    private PcapNgInterface described(int id) {
        return id >= 0 && id < interfaces.size() - sectionStart
                ? interfaces.get(sectionStart + id)
                : PcapNgInterface.UNDESCRIBED;
    }

    private boolean packet(long body, int id, RawPacket into) {
        PcapNgInterface on = described(id);
        long stamp = file.u32(body + 4, big) << 32 | file.u32(body + 8, big);
        give(body + 20, file.u32(body + 12, big), file.u32(body + 16, big), into);
        into.time(time(on.clock.nanos(stamp)), on.clock.resolutionNanos());
        into.origin(on.linkType, sectionStart + Math.max(0, id), packets);
        return true;
    }

    private boolean simple(long body, RawPacket into) {
        PcapNgInterface on = described(0);
        long original = file.u32(body, big);
        long limit = on.snapLength == 0 ? original : Math.min(original, on.snapLength);
        give(body + 4, limit, original, into);
        into.time(time(PcapNgClock.BAD), on.clock.resolutionNanos()).origin(on.linkType, sectionStart, packets);
        return true;
    }

    /** Gives a packet's bytes: never more than its block holds, whatever it claims. */
    private void give(long from, long captured, long original, RawPacket into) {
        packets++;
        int length = (int) Math.min(Math.min(captured, bodyEnd - from), CaptureFile.MAX_PACKET_BYTES);
        buffer.fill(file, from, length, original, into);
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
        damage = new Damage(blockStart, file.size() - blockStart, what);
        return -1;
    }

    @Override
    public double progress() {
        return damage != null ? 1 : (double) at / file.size();
    }

    @Override
    public SourceSummary summary() {
        long dropped = -1;
        for (PcapNgInterface each : interfaces) {
            dropped = each.dropped < 0 ? dropped : Math.max(0, dropped) + each.dropped;
        }
        return new SourceSummary(
                "pcapng", packets, badTimes, skipped, interfaces.size(), dropped < 0 ? null : dropped, damage);
    }

    @Override
    public void close() {
        file.close();
    }
}
