package io.wirecase.capture.fuzz;

import io.wirecase.capture.testkit.Packed;
import io.wirecase.capture.testkit.Parts;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Frames in everything that may be around them: tags, tunnels, extension headers, quotations, fragments. */
final class Wrapped {

    private static final int ETHERNET_HEADER = 14;
    private static final int UDP = 17;
    private static final byte[] ADDRESSES = HexFormat.of().parseHex("020000000001020000000002");

    private Wrapped() {}

    /** One list of frames for each way to wrap. */
    static List<List<byte[]>> all(List<byte[]> frames) {
        List<List<byte[]>> all = new ArrayList<>();
        for (String tags : List.of("81000001", "88a8000281000001", "8864110000010000", "8847000011ff")) {
            all.add(frames.stream().map(frame -> tagged(tags, frame)).toList());
        }
        for (Outer outer : outers()) {
            all.add(frames.stream().map(outer::around).toList());
        }
        all.add(frames.stream().flatMap(frame -> parts(frame).stream()).toList());
        return all;
    }

    /**
     * Headers between an outer IP header and what they carry.
     *
     * @param version of the outer IP
     * @param protocol what the outer IP header says it carries
     * @param header bytes ahead of what is carried
     * @param frame whether a whole frame is carried, else what the Ethernet header carries
     */
    private record Outer(int version, int protocol, String header, boolean frame) {

        byte[] around(byte[] inner) {
            byte[] carried = frame ? inner : Arrays.copyOfRange(inner, ETHERNET_HEADER, inner.length);
            byte[] body = Packed.joined(HexFormat.of().parseHex(header), carried);
            if (protocol == UDP) {
                ByteBuffer.wrap(body).putShort(4, (short) body.length);
            }
            return version == 4 ? four(protocol, body) : six(protocol, body);
        }
    }

    private static List<Outer> outers() {
        return List.of(
                new Outer(4, 4, "", false),
                new Outer(4, 41, "", false),
                new Outer(6, 4, "", false),
                new Outer(6, 41, "", false),
                new Outer(4, 47, "00000800", false),
                new Outer(4, 47, "b0000800" + "00".repeat(12), false),
                new Outer(4, 47, "00006558", true),
                new Outer(4, 47, "100088be0000000110010000" + "00000000", true),
                new Outer(4, 47, "3001880b00400001" + "00000001" + "ff030021", false),
                new Outer(4, UDP, "800112b5000000000800000000000100", true),
                new Outer(4, UDP, "800117c100000000" + "0000655800000100", true),
                new Outer(4, UDP, "80010868" + "00000000" + "30ff004000000001", false),
                new Outer(4, UDP, "80010dd8" + "00000000", false),
                new Outer(6, 0, "0400050200000000", false),
                new Outer(6, 43, "3c00040000000000" + "0400010400000000", false),
                new Outer(6, 44, "0400000000000001", false),
                new Outer(6, 51, "04010000" + "00000001" + "00000001", false),
                new Outer(4, 1, "0301000000000000", false),
                new Outer(6, 58, "0100000000000000", false),
                new Outer(4, 132, "138800500000000100000000" + "00030014000000010000000100000000", false),
                new Outer(4, 50, "0000000100000001", false));
    }

    private static byte[] four(int protocol, byte[] body) {
        ByteBuffer packet = ByteBuffer.allocate(ETHERNET_HEADER + 20 + body.length);
        packet.put(ADDRESSES).putShort((short) 0x0800).putShort((short) 0x4500).putShort((short) (20 + body.length));
        packet.putInt(0x00010000).put((byte) 64).put((byte) protocol).putShort((short) 0);
        return packet.putInt(0xC0000201).putInt(0xC6336402).put(body).array();
    }

    private static byte[] six(int protocol, byte[] body) {
        ByteBuffer packet = ByteBuffer.allocate(ETHERNET_HEADER + 40 + body.length);
        packet.put(ADDRESSES).putShort((short) 0x86DD).putInt(0x60000000).putShort((short) body.length);
        packet.put((byte) protocol).put((byte) 64).putInt(0x20010db8).putLong(1).putInt(1);
        return packet.putInt(0x20010db8).putLong(2).putInt(2).put(body).array();
    }

    private static byte[] tagged(String tags, byte[] frame) {
        boolean mac = tags.startsWith("81") || tags.startsWith("88a8");
        byte[] inside = Arrays.copyOfRange(frame, mac ? 12 : ETHERNET_HEADER, frame.length);
        byte[] between = HexFormat.of().parseHex(tags.startsWith("8864") ? tags + "0021" : tags);
        return Packed.joined(Arrays.copyOf(frame, 12), between, inside);
    }

    private static List<byte[]> parts(byte[] frame) {
        byte[] packet = Arrays.copyOfRange(frame, ETHERNET_HEADER, frame.length);
        if (packet.length < 44 || packet[0] != 0x45) {
            return List.of(frame);
        }
        byte[] head = Arrays.copyOf(frame, ETHERNET_HEADER);
        int half = (packet.length - 20) / 16 * 8;
        return List.of(
                Packed.joined(head, Parts.v4(packet, 7, 0, half, true)),
                Packed.joined(head, Parts.v4Last(packet, 7, half)));
    }
}
