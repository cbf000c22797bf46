package io.wirecase.scenarios.bulk;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** A few frames made beforehand: lookups, ARP, echoes, probes. */
final class FramesTalk extends Talk {

    private final Deque<Frame> frames = new ArrayDeque<>(2);
    private long last;

    FramesTalk(long start) {
        super(start);
        last = start;
    }

    @SuppressWarnings("ArrayRecordComponent") // Bytes on their way; nobody compares them.
    private record Frame(long at, byte[] bytes) {}

    /** Adds a frame so many nanoseconds after the one before. */
    FramesTalk then(long wait, byte[] frame) {
        last += wait;
        frames.add(new Frame(last, frame));
        return this;
    }

    @Override
    long step(long now, Agenda agenda) throws IOException {
        Frame first = frames.peek();
        if (first == null) {
            return OVER;
        }
        if (first.at > now) {
            return first.at;
        }
        frames.remove();
        agenda.frame(now, first.bytes);
        Frame next = frames.peek();
        return next == null ? OVER : next.at;
    }
}
