package io.wirecase.capture.flow;

import io.wirecase.capture.source.RawPacket;
import io.wirecase.core.wire.FlowPacker;
import io.wirecase.core.wire.PackedFlow;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;

/**
 * Feeds a flow table SYNs from spoofed addresses, each another, and prints what became of them. A program of its own,
 * so that its heap can be small.
 */
public final class ScanFlood {

    private static final int FRAME = 54;

    private ScanFlood() {}

    /** Takes how many SYNs and how many flows may be open. */
    public static void main(String[] arguments) {
        long syns = Long.parseLong(arguments[0]);
        FlowSettings usual = FlowSettings.DEFAULT;
        FlowSettings settings = new FlowSettings(
                usual.tcpIdle(),
                usual.udpIdle(),
                usual.closedLinger(),
                Duration.ofHours(1),
                Integer.parseInt(arguments[1]),
                usual.maxBufferedBytes());
        LongAdder packets = new LongAdder();
        LongAdder flows = new LongAdder();
        CaptureIdentity identity = new CaptureIdentity(new UUID(1, 2), 1, "home", "upload");
        FlowPacker packer = new FlowPacker();
        FlowAssembler assembler = FlowAssembler.keeping(identity, settings, flow -> {
            PackedFlow packed = packer.pack(flow);
            long its = flow.traffic().total().packets();
            return () -> {
                flows.add(Math.min(1, packed.size()));
                packets.add(its);
            };
        });
        RawPacket raw = new RawPacket();
        ByteBuffer frame = syn();
        for (long i = 1; i <= syns; i++) {
            frame.putInt(26, (int) (i * 0x9E3779B1L)).putInt(38, (int) i);
            raw.data(frame.array(), 0, FRAME, FRAME);
            raw.time(i * 1_000, 1_000).origin(1, 0, i);
            assembler.accept(raw);
        }
        assembler.finish();
        Accounts accounts = assembler.accounts();
        System.out.printf(
                "%d %d %d %d %d%n",
                accounts.packets(), accounts.decoded(), packets.sum(), flows.sum(), accounts.evicted());
    }

    private static ByteBuffer syn() {
        ByteBuffer frame = ByteBuffer.allocate(FRAME);
        frame.putShort(12, (short) 0x0800).put(14, (byte) 0x45).putShort(16, (short) 40);
        frame.put(22, (byte) 64).put(23, (byte) 6).putInt(30, 0x0A000001);
        frame.putShort(34, (short) 4444)
                .putShort(36, (short) 80)
                .put(46, (byte) 0x50)
                .put(47, (byte) 2);
        return frame;
    }
}
