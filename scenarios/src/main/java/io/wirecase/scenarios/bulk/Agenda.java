package io.wirecase.scenarios.bulk;

import java.io.IOException;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Lets all talks go on in the order of time; what is due at once goes by who came first. */
final class Agenda {

    private final PriorityQueue<Talk> talks =
            new PriorityQueue<>(Comparator.comparingLong(Talk::due).thenComparingLong(Talk::order));
    private final FrameSink out;
    private long numbers;

    Agenda(FrameSink out) {
        this.out = out;
    }

    void add(Talk talk) {
        talk.next(talk.due(), numbers++);
        talks.add(talk);
    }

    /** Writes a frame. */
    void frame(long at, byte[] frame) throws IOException {
        out.frame(at, frame);
    }

    /** Runs until all talks are over. */
    void run() throws IOException {
        while (!talks.isEmpty()) {
            Talk talk = talks.remove();
            long next = talk.step(talk.due(), this);
            if (next != Talk.OVER) {
                talk.next(next, numbers++);
                talks.add(talk);
            }
        }
    }
}
