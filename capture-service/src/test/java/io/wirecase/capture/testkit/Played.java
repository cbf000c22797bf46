package io.wirecase.capture.testkit;

import io.wirecase.capture.source.CaptureFile;
import io.wirecase.capture.source.PacketSource;
import io.wirecase.capture.source.RawPacket;
import io.wirecase.capture.source.SourceSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

/** A packet as a source gave it, kept. */
public record Played(int linkType, int interfaceId, long nanos, long resolution, long original, byte[] bytes) {

    /** Every packet of a file. */
    public static List<Played> of(Path file) throws IOException {
        List<Played> packets = new ArrayList<>();
        try (PacketSource source = ((CaptureFile.Opened) CaptureFile.open(file)).source()) {
            RawPacket packet = new RawPacket();
            while (source.next(packet)) {
                packets.add(of(packet));
            }
        }
        return packets;
    }

    private static Played of(RawPacket p) {
        byte[] bytes = Arrays.copyOfRange(p.bytes(), p.offset(), p.offset() + p.captured());
        return new Played(p.linkType(), p.interfaceId(), p.timeNanos(), p.resolutionNanos(), p.original(), bytes);
    }

    /** A source that gives packets. */
    public static PacketSource source(List<Played> packets) {
        Iterator<Played> left = packets.iterator();
        return new PacketSource() {
            private long number;

            @Override
            public boolean next(RawPacket into) {
                if (!left.hasNext()) {
                    return false;
                }
                Played next = left.next();
                into.data(next.bytes, 0, next.bytes.length, next.original);
                into.time(next.nanos, next.resolution).origin(next.linkType, next.interfaceId, ++number);
                return true;
            }

            @Override
            public double progress() {
                return 0;
            }

            @Override
            public SourceSummary summary() {
                return new SourceSummary("test", number, 0, 0, 1, null, null);
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Played that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return linkType + " " + nanos + " " + resolution + " " + original + " "
                + HexFormat.of().formatHex(bytes);
    }
}
