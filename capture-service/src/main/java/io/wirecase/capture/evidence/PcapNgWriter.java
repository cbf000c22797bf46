package io.wirecase.capture.evidence;

import io.wirecase.capture.source.RawPacket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A pcapng file (draft-ietf-opsawg-pcapng): one section; each interface is described before its first packet, with the
 * clock's resolution.
 */
final class PcapNgWriter extends PacketWriter {

    private static final int SECTION = 0x0A0D0D0A;
    private static final int SECTION_LENGTH = 28;
    private static final int BYTE_ORDER = 0x1A2B3C4D;
    private static final int INTERFACE = 1;
    private static final int INTERFACE_LENGTH = 32;
    private static final short IF_TSRESOL = 9;
    private static final int ENHANCED_PACKET = 6;
    private static final int PACKET_OVERHEAD = 32;
    private static final int WORD = 4;

    private final Map<Interface, Integer> interfaces = new HashMap<>();

    PcapNgWriter(Path file) throws IOException {
        super(file);
        room(SECTION_LENGTH)
                .putInt(SECTION)
                .putInt(SECTION_LENGTH)
                .putInt(BYTE_ORDER)
                .putShort((short) 1)
                .putShort((short) 0)
                .putLong(-1)
                .putInt(SECTION_LENGTH);
    }

    /** An interface of the source. @param power its clock's step as a negative power of ten: 3, 6 or 9 */
    private record Interface(int id, int linkType, int power) {

        static Interface of(RawPacket packet) {
            long step = packet.resolutionNanos();
            int power = step % (MICROSECOND * MICROSECOND) == 0 ? 3 : step % MICROSECOND == 0 ? 6 : 9;
            return new Interface(packet.interfaceId(), packet.linkType(), power);
        }

        long unitNanos() {
            return power == 3 ? MICROSECOND * MICROSECOND : power == 6 ? MICROSECOND : 1;
        }
    }

    @Override
    boolean takes(RawPacket packet) {
        return true;
    }

    @Override
    void write(RawPacket packet) throws IOException {
        Interface on = Interface.of(packet);
        Integer known = interfaces.get(on);
        int id = known == null ? describe(on) : known;
        int padding = -packet.captured() & WORD - 1;
        int length = PACKET_OVERHEAD + packet.captured() + padding;
        long units = Math.floorDiv(packet.timeNanos(), on.unitNanos());
        ByteBuffer out = room(length);
        out.putInt(ENHANCED_PACKET)
                .putInt(length)
                .putInt(id)
                .putInt((int) (units >>> Integer.SIZE))
                .putInt((int) units)
                .putInt(packet.captured())
                .putInt((int) Math.min(packet.original(), MAX_LENGTH))
                .put(packet.bytes(), packet.offset(), packet.captured())
                .put(new byte[padding])
                .putInt(length);
    }

    private int describe(Interface on) throws IOException {
        room(INTERFACE_LENGTH)
                .putInt(INTERFACE)
                .putInt(INTERFACE_LENGTH)
                .putShort((short) on.linkType())
                .putShort((short) 0)
                .putInt(SNAP_LENGTH)
                .putShort(IF_TSRESOL)
                .putShort((short) 1)
                .putInt(on.power())
                .putInt(0)
                .putInt(INTERFACE_LENGTH);
        int id = interfaces.size();
        interfaces.put(on, id);
        return id;
    }
}
