package io.wirecase.scenarios.conversation;

import io.wirecase.scenarios.capture.CaptureWriter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Collects the frames of all conversations and hands them out in capture order. Times are offsets in nanoseconds. */
public final class Scene {
    private static final int LONG = 1_400;
    private static final int KEPT = 128;

    private final long seed;
    private final Instant start;
    private final List<Frame> frames = new ArrayList<>();
    private long wholeLongFrames = Long.MAX_VALUE;

    /** An empty scene. The seed decides everything but the times; the start decides the times alone. */
    public Scene(long seed, Instant start) {
        this.seed = seed;
        this.start = start;
    }

    /** A source of chance of its own for each label, so that one actor's draws never shift another's. */
    public SplittableRandom chance(String label) {
        long mixed = seed;
        for (int i = 0; i < label.length(); i++) {
            mixed = (mixed ^ label.charAt(i)) * 0x100000001b3L;
        }
        return new SplittableRandom(mixed);
    }

    /** The wall clock at an offset. */
    public Instant clock(long offset) {
        return start.plusNanos(offset);
    }

    /** Keeps the first so many long frames whole and only the beginning of others, as a sensor short of disk does. */
    public void cutLongFramesAfter(long whole) {
        wholeLongFrames = whole;
    }

    /** Adds a frame seen at an offset from the start. */
    void seen(long offset, byte[] frame) {
        boolean cut = frame.length >= LONG && --wholeLongFrames < 0;
        frames.add(new Frame(offset, cut ? Arrays.copyOf(frame, KEPT) : frame, frame.length));
    }

    /** Writes everything, ordered by time; frames of the same instant keep the order they were added in. */
    public void writeTo(CaptureWriter out) throws IOException {
        long origin = Math.addExact(Math.multiplyExact(start.getEpochSecond(), 1_000_000_000L), start.getNano());
        frames.sort(Comparator.comparingLong(frame -> frame.offset));
        for (Frame frame : frames) {
            out.write(origin + frame.offset, frame.bytes, frame.length);
        }
    }

    /** Shorthand for offsets. */
    public static long seconds(double seconds) {
        return (long) (seconds * Duration.ofSeconds(1).toNanos());
    }

    private static final class Frame {
        private final long offset;
        private final byte[] bytes;
        private final int length;

        Frame(long offset, byte[] bytes, int length) {
            this.offset = offset;
            this.bytes = bytes;
            this.length = length;
        }
    }
}
