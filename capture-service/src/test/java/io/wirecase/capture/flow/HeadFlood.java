package io.wirecase.capture.flow;

import io.wirecase.capture.source.RawPacket;
import io.wirecase.core.wire.FlowPacker;
import io.wirecase.core.wire.PackedFlow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;

/**
 * Feeds a flow table HTTP requests whose heads never end, many at a time, and prints what became of them. A program of
 * its own, so that its heap can be small.
 */
public final class HeadFlood {

    private static final int HEADERS = 54;
    private static final int PAYLOAD = 1_400;

    private HeadFlood() {}

    /** Takes how many connections, how many segments each, and how many bytes parsers may keep. */
    public static void main(String[] arguments) {
        int connections = Integer.parseInt(arguments[0]);
        int segments = Integer.parseInt(arguments[1]);
        FlowSettings settings = FlowSettings.DEFAULT.withParserBytes(Long.parseLong(arguments[2]));
        LongAdder packets = new LongAdder();
        LongAdder flows = new LongAdder();
        LongAdder marked = new LongAdder();
        CaptureIdentity identity = new CaptureIdentity(new UUID(1, 2), 1, "home", "upload");
        FlowPacker packer = new FlowPacker();
        FlowAssembler assembler = FlowAssembler.keeping(identity, settings, flow -> {
            PackedFlow packed = packer.pack(flow);
            long its = flow.traffic().total().packets();
            int mark = flow.readUntil() == null ? 0 : 1;
            return () -> {
                flows.add(Math.min(1, packed.size()));
                packets.add(its);
                marked.add(mark);
            };
        });
        RawPacket raw = new RawPacket();
        ByteBuffer frame = segment();
        long number = 0;
        for (int part = 0; part < segments; part++) {
            fill(frame, part == 0 ? "GET / HTTP/1.1\r\nHost: example.com\r\nX-Long: " : "a");
            for (int connection = 0; connection < connections; connection++) {
                frame.putInt(26, 0x0A000000 + connection).putInt(38, 1 + part * PAYLOAD);
                raw.data(frame.array(), 0, HEADERS + PAYLOAD, HEADERS + PAYLOAD);
                number++;
                raw.time(number * 1_000, 1_000).origin(1, 0, number);
                assembler.accept(raw);
            }
        }
        assembler.finish();
        Accounts accounts = assembler.accounts();
        System.out.printf(
                "%d %d %d %d%n",
                packets.sum(), flows.sum(), marked.sum(), accounts.shortages().parsers());
    }

    private static void fill(ByteBuffer frame, String text) {
        byte[] its = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < PAYLOAD; i++) {
            frame.put(HEADERS + i, i < its.length ? its[i] : (byte) 'a');
        }
    }

    private static ByteBuffer segment() {
        ByteBuffer frame = ByteBuffer.allocate(HEADERS + PAYLOAD);
        frame.putShort(12, (short) 0x0800).put(14, (byte) 0x45).putShort(16, (short) (40 + PAYLOAD));
        frame.put(22, (byte) 64).put(23, (byte) 6).putInt(30, 0xC0000201);
        frame.putShort(34, (short) 4444)
                .putShort(36, (short) 80)
                .put(46, (byte) 0x50)
                .put(47, (byte) 0x10);
        return frame;
    }
}
