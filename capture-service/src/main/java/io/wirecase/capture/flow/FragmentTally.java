package io.wirecase.capture.flow;

import io.wirecase.core.flow.LaterFragments;
import io.wirecase.core.flow.Party;

/** The fragments behind the first of their datagrams that a live flow got so far. */
final class FragmentTally {

    private final Tally originated = new Tally();
    private final Tally responded = new Tally();

    void add(Party sender, long frame, long ip, long payload, long timeNanos) {
        (sender == Party.ORIGINATOR ? originated : responded).add(frame, ip, payload, timeNanos);
    }

    LaterFragments counts() {
        return new LaterFragments(originated.counts(), responded.counts());
    }
}
