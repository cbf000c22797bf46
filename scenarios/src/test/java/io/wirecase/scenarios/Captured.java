package io.wirecase.scenarios;

import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.capture.CaptureWriter;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An independent reader: shares no line with the writers. Times are in ticks of the file's resolution; a record that is
 * not whole ends the file.
 */
record Captured(long time, byte[] frame, int original) {
    static List<Captured> fixture(String name, Settings settings) throws IOException {
        return read(bytes(name, CaptureFormat.PCAP, settings));
    }

    static byte[] bytes(String name, CaptureFormat format, Settings settings) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CaptureWriter writer = CaptureWriter.open(out, format)) {
            Fixtures.named(name).write(writer, settings);
        }
        return out.toByteArray();
    }

    static List<Captured> read(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        return in.getInt(0) == 0x0a0d0d0a ? pcapng(in) : pcap(in);
    }

    private static List<Captured> pcap(ByteBuffer in) {
        int magic = in.getInt(0);
        boolean little = (magic & 0xff) == 0xa1;
        in.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long perSecond = in.getInt(0) == 0xa1b23c4d ? 1_000_000_000L : 1_000_000L;
        List<Captured> all = new ArrayList<>();
        for (int at = 24; at + 16 <= in.capacity() && at + 16 + in.getInt(at + 8) <= in.capacity(); ) {
            long time = (in.getInt(at) & 0xffff_ffffL) * perSecond + in.getInt(at + 4);
            int length = in.getInt(at + 8);
            all.add(new Captured(time, slice(in, at + 16, length), in.getInt(at + 12)));
            at += 16 + length;
        }
        return all;
    }

    private static List<Captured> pcapng(ByteBuffer in) {
        in.order(in.getInt(8) == 0x1a2b3c4d ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        List<Captured> all = new ArrayList<>();
        for (int at = 0; at + 12 <= in.capacity(); at += in.getInt(at + 4)) {
            if (at + in.getInt(at + 4) > in.capacity()) {
                break;
            }
            if (in.getInt(at) == 6) {
                long time = ((long) in.getInt(at + 12) << 32) | (in.getInt(at + 16) & 0xffff_ffffL);
                all.add(new Captured(time, slice(in, at + 28, in.getInt(at + 20)), in.getInt(at + 24)));
            }
        }
        return all;
    }

    private static byte[] slice(ByteBuffer in, int at, int length) {
        byte[] bytes = new byte[length];
        in.get(at, bytes);
        return bytes;
    }

    int u8(int at) {
        return frame[at] & 0xff;
    }

    int u16(int at) {
        return u8(at) << 8 | u8(at + 1);
    }

    boolean ip4() {
        return u16(12) == 0x0800;
    }

    boolean tcp() {
        return ip4() && u8(23) == 6;
    }

    boolean udp() {
        return ip4() && u8(23) == 17;
    }

    int ipLength() {
        return u16(16);
    }

    String source() {
        return u8(26) + "." + u8(27) + "." + u8(28) + "." + u8(29);
    }

    String destination() {
        return u8(30) + "." + u8(31) + "." + u8(32) + "." + u8(33);
    }

    int sourcePort() {
        return u16(34);
    }

    int destinationPort() {
        return u16(36);
    }

    int flags() {
        return u8(47);
    }

    int window() {
        return u16(48);
    }

    byte[] tcpPayload() {
        return Arrays.copyOfRange(frame, 34 + (u8(46) >> 4) * 4, 14 + ipLength());
    }

    byte[] ipPacket() {
        return Arrays.copyOfRange(frame, 14, 14 + ipLength());
    }

    String text() {
        return new String(tcpPayload(), StandardCharsets.ISO_8859_1);
    }

    boolean syn() {
        return tcp() && flags() == 2;
    }

    /** The same for both directions of a conversation. */
    String conversation() {
        String one = source() + ":" + sourcePort();
        String two = destination() + ":" + destinationPort();
        return one.compareTo(two) < 0 ? one + " " + two : two + " " + one;
    }
}
