package io.wirecase.capture.tcp;

import io.wirecase.core.net.Party;

/** Takes payload in order. */
public interface Delivery {

    /** Whether more can still change anything. */
    boolean wantsMore();

    /** The next bytes of one side, all in one packet. */
    void data(Party sender, Segment segment);

    /** Bytes of one side that will not come, at least 1. */
    void gap(Party sender, long missing);
}
