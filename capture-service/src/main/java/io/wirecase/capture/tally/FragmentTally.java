package io.wirecase.capture.tally;

import io.wirecase.core.flow.LaterFragments;
import io.wirecase.core.net.Party;

/** The fragments behind the first of their datagrams that a live flow got so far. */
public final class FragmentTally {

    private final Tally originated = new Tally();
    private final Tally responded = new Tally();

    /** Counts a fragment of one side; as {@link Tally#add} does. */
    public void add(Party sender, long frame, long ip, long payload, long timeNanos) {
        (sender == Party.ORIGINATOR ? originated : responded).add(frame, ip, payload, timeNanos);
    }

    /** Fragments and bytes of both sides so far. */
    public LaterFragments counts() {
        return new LaterFragments(originated.counts(), responded.counts());
    }
}
