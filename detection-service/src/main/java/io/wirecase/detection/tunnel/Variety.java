package io.wirecase.detection.tunnel;

import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;
import java.util.Comparator;

/**
 * How many different names and answers a flow had, of how many.
 *
 * @param names distinct names
 * @param asked of so many questions
 * @param answers distinct answers that can carry data
 * @param answered of so many
 */
record Variety(long names, long asked, long answers, long answered) {

    static final Variety NONE = new Variety(0, 0, 0, 0);

    private static final Comparator<Variety> ORDER = Comparator.comparingLong(Variety::names)
            .thenComparingLong(Variety::answers)
            .thenComparingLong(Variety::asked)
            .thenComparingLong(Variety::answered);

    /** The one with more names; the same whichever is asked first. */
    Variety greater(Variety other) {
        return ORDER.compare(this, other) >= 0 ? this : other;
    }

    double ofNames() {
        return Math.min(1, Tunnels.share(names, asked));
    }

    double ofAnswers() {
        return Math.min(1, Tunnels.share(answers, answered));
    }

    void write(StateWriter out) {
        out.counts(names, asked, answers, answered);
    }

    static Variety read(StateReader in) {
        return new Variety(in.count(), in.count(), in.count(), in.count());
    }
}
