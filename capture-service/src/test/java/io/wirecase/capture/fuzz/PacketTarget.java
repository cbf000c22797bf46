package io.wirecase.capture.fuzz;

import io.wirecase.capture.flow.FlowAssembler;
import io.wirecase.capture.flow.FlowSettings;
import io.wirecase.capture.source.RawPacket;
import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.flow.Flow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Decoders and flow table: packets of any link type with any pauses between them, in a table so small that flows are
 * pushed out and out-of-order bytes given up.
 */
final class PacketTarget implements FuzzTarget {

    /** Link types (tcpdump.org's registry) that are read, and one that is none. */
    private static final int[] LINKS = {
        1, 0, 9, 10, 12, 14, 50, 51, 101, 104, 105, 108, 113, 127, 192, 228, 229, 276, 999, 117, 204, 219
    };

    private static final FlowSettings SMALL = new FlowSettings(
            Duration.ofMinutes(5), Duration.ofMinutes(2), Duration.ofSeconds(15), Duration.ofMinutes(10), 12, 4_096);

    @Override
    public String name() {
        return "packets";
    }

    @Override
    public void run(byte[] input) {
        Feed feed = new Feed(input);
        int link = LINKS[feed.u8() % LINKS.length];
        List<Flow> flows = new ArrayList<>();
        FlowAssembler assembler = new FlowAssembler(Tape.IDENTITY, SMALL, flows::add);
        RawPacket packet = new RawPacket();
        long time = Tape.START;
        long number = 0;
        while (feed.more()) {
            int pause = feed.u8();
            // Most packets follow at once; some come after the timeouts, and some from before.
            time += pause < 200 ? pause * 1_000_000L : (pause - 210) * 40_000_000_000L;
            int missing = feed.u8();
            byte[] frame = feed.bytes(feed.u16());
            packet.data(frame, 0, frame.length, frame.length + (missing < 250 ? 0 : missing * 10L));
            packet.time(time, 1_000).origin(link, 0, ++number);
            assembler.accept(packet);
        }
        assembler.finish();
        Claims.hold(assembler.accounts(), flows);
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (int fixture = 0; fixture < Seeds.fixtures(); fixture++) {
            seeds.add(seed(0, 0, Seeds.frames(fixture, Seeds.SHORT)));
        }
        List<byte[]> frames = Seeds.frames(0, 12);
        for (List<byte[]> wrapped : Wrapped.all(frames)) {
            seeds.add(seed(0, 0, wrapped));
        }
        for (int link = 1; link < LINKS.length; link++) {
            // Behind the Ethernet header, which raw IP has not; other links find their way by themselves.
            seeds.add(seed(link, 14, frames));
        }
        return seeds;
    }

    private static byte[] seed(int link, int from, List<byte[]> frames) {
        Feed.Writer out = new Feed.Writer().u8(link);
        for (byte[] frame : frames) {
            int length = Math.max(0, frame.length - from);
            out.u8(1).u8(0).u16(length).bytes(new Feed(frame).skip(from).rest());
        }
        return out.input();
    }
}
