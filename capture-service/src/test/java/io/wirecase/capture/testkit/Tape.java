package io.wirecase.capture.testkit;

import io.wirecase.capture.flow.Accounts;
import io.wirecase.capture.flow.CaptureIdentity;
import io.wirecase.capture.flow.FlowAssembler;
import io.wirecase.capture.flow.FlowSettings;
import io.wirecase.capture.source.CaptureFile;
import io.wirecase.capture.source.PacketSource;
import io.wirecase.capture.source.RawPacket;
import io.wirecase.core.flow.Flow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A capture written packet by packet and played through the real reader into a flow table. */
public final class Tape {

    /** Capture time of the first packet when nothing else is said. */
    public static final long START = 1_700_000_000_000_000_000L;

    public static final CaptureIdentity IDENTITY =
            new CaptureIdentity(UUID.fromString("00000000-0000-5000-8000-000000000001"), 1, "home", "upload");

    private final int linkType;
    private final List<byte[]> records = new ArrayList<>();
    private FlowSettings settings = FlowSettings.DEFAULT;
    private long now = START;

    /** A tape of Ethernet frames. */
    public Tape() {
        this(1);
    }

    /** A tape of another link type. */
    public Tape(int linkType) {
        this.linkType = linkType;
    }

    /** What playing it gave. */
    public record Played(List<Flow> flows, Accounts accounts) {
        /** The only flow. */
        public Flow only() {
            if (flows.size() != 1) {
                throw new AssertionError("flows: " + flows);
            }
            return flows.getFirst();
        }
    }

    public Tape settings(FlowSettings other) {
        settings = other;
        return this;
    }

    /** Lets time pass before the next frame. */
    public Tape after(double seconds) {
        now += Math.round(seconds * 1e9);
        return this;
    }

    /** Records a frame whole. */
    public Tape frame(byte[] frame) {
        return frame(frame, frame.length, frame.length);
    }

    /** Records the first bytes of a frame that was longer on the wire. */
    public Tape frame(byte[] frame, int captured, int original) {
        ByteBuffer record = ByteBuffer.allocate(16 + captured).order(ByteOrder.LITTLE_ENDIAN);
        record.putInt((int) (now / 1_000_000_000)).putInt((int) (now % 1_000_000_000));
        record.putInt(captured).putInt(original).put(frame, 0, captured);
        records.add(record.array());
        return this;
    }

    /** The file, nanosecond pcap. */
    public byte[] bytes() {
        ByteBuffer file = ByteBuffer.allocate(
                        24 + records.stream().mapToInt(record -> record.length).sum())
                .order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0xA1B23C4D)
                .putShort((short) 2)
                .putShort((short) 4)
                .putInt(0)
                .putInt(0);
        file.putInt(262_144).putInt(linkType);
        records.forEach(file::put);
        return file.array();
    }

    /** Plays it. */
    public Played play() {
        return play(bytes(), settings);
    }

    /** Plays a file's bytes. */
    public static Played play(byte[] file, FlowSettings settings) {
        try {
            Path path = Files.createTempFile("tape", ".pcap");
            try {
                Files.write(path, file);
                return play(path, settings);
            } finally {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plays a file. */
    public static Played play(Path file, FlowSettings settings) throws IOException {
        if (!(CaptureFile.open(file) instanceof CaptureFile.Opened opened)) {
            throw new AssertionError("not a capture: " + file);
        }
        List<Flow> flows = new ArrayList<>();
        FlowAssembler assembler = new FlowAssembler(IDENTITY, settings, flows::add);
        try (PacketSource source = opened.source()) {
            RawPacket packet = new RawPacket();
            while (source.next(packet)) {
                assembler.accept(packet);
            }
        }
        assembler.finish();
        return new Played(flows, assembler.accounts());
    }
}
