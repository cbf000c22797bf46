package io.wirecase.capture.fuzz;

import io.wirecase.capture.packet.DecodedPacket;
import io.wirecase.capture.packet.Outcome;
import io.wirecase.capture.packet.PacketDecoder;
import io.wirecase.capture.source.RawPacket;
import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.net.Transport;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.capture.CaptureWriter;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Inputs out of generated captures. */
final class Seeds {

    /** Packets of a seed: enough for a few conversations, few enough that a fuzzer tries many changes. */
    static final int SHORT = 24;

    private static final int LONGEST_TALK = 8_192;
    private static final int MOST_TALKS_OF_A_FIXTURE = 6;
    private static final int FRAMES_LOOKED_AT = 400;

    private Seeds() {}

    static int fixtures() {
        return Fixtures.all().size();
    }

    /** The first frames of a fixture. */
    static List<byte[]> frames(int fixture, int most) {
        Collector frames = new Collector(most);
        try {
            Fixtures.all().get(fixture).write(frames, Settings.DEFAULT);
        } catch (Enough enough) {
            return frames.kept;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return frames.kept;
    }

    static byte[] capture(CaptureFormat format, int packets) {
        return capture(0, format, packets);
    }

    /** A capture of the first frames of a fixture. */
    static byte[] capture(int fixture, CaptureFormat format, int packets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CaptureWriter writer = CaptureWriter.open(out, format)) {
            long time = Tape.START;
            for (byte[] frame : frames(fixture, packets)) {
                writer.write(time, frame);
                time += 1_000_000;
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** Conversations of all fixtures as {@link TalkTarget} reads them. */
    static List<byte[]> talks(Transport transport) {
        List<byte[]> talks = new ArrayList<>();
        for (int fixture = 0; fixture < fixtures(); fixture++) {
            Map<String, Feed.Writer> open = new LinkedHashMap<>();
            for (byte[] frame : frames(fixture, FRAMES_LOOKED_AT)) {
                say(open, frame, transport);
            }
            open.values().stream().limit(MOST_TALKS_OF_A_FIXTURE).forEach(talk -> talks.add(talk.input()));
        }
        return talks;
    }

    private static void say(Map<String, Feed.Writer> open, byte[] frame, Transport transport) {
        DecodedPacket decoded = new DecodedPacket();
        RawPacket raw =
                new RawPacket().data(frame, 0, frame.length, frame.length).origin(1, 0, 1);
        if (new PacketDecoder().decode(raw, decoded) != Outcome.DECODED
                || decoded.transport() != transport
                || decoded.payloadCaptured() <= 0) {
            return;
        }
        String there = decoded.source() + " " + decoded.sourcePort();
        String here = decoded.destination() + " " + decoded.destinationPort();
        boolean back = open.containsKey(here + " " + there);
        Feed.Writer talk = back
                ? open.get(here + " " + there)
                : open.computeIfAbsent(
                        there + " " + here,
                        key -> new Feed.Writer().u16(decoded.sourcePort()).u16(decoded.destinationPort()));
        if (talk.size() < LONGEST_TALK) {
            int from = decoded.payloadAt();
            TalkTarget.said(talk, back, Arrays.copyOfRange(decoded.bytes(), from, from + decoded.payloadCaptured()));
        }
    }

    /** Ends a fixture's writing when no more frames are wanted. */
    private static final class Enough extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Collector implements CaptureWriter {

        private final List<byte[]> kept = new ArrayList<>();
        private final int most;

        Collector(int most) {
            this.most = most;
        }

        @Override
        public void write(long epochNanos, byte[] frame, int originalLength) throws IOException {
            if (kept.size() == most) {
                throw new Enough();
            }
            kept.add(frame);
        }

        @Override
        public void writeHalf(long epochNanos, byte[] frame) throws IOException {
            write(epochNanos, Arrays.copyOf(frame, frame.length / 2), frame.length);
        }

        @Override
        public void close() {
            // Holds nothing open.
        }
    }
}
