package io.wirecase.scenarios.bulk;

import java.io.IOException;

/** Something that goes on: it does one thing at a time and says when the next is due. */
abstract class Talk {

    /** What a talk says that is over. */
    static final long OVER = Long.MAX_VALUE;

    private long due;
    private long order;

    Talk(long due) {
        this.due = due;
    }

    /**
     * Does what is due, at most a few frames, all of the time it is due.
     *
     * @return when more is due, not before now, or {@link #OVER}
     */
    abstract long step(long now, Agenda agenda) throws IOException;

    final long due() {
        return due;
    }

    final long order() {
        return order;
    }

    final void next(long nanos, long number) {
        due = nanos;
        order = number;
    }
}
