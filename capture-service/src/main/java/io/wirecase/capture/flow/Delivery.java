package io.wirecase.capture.flow;

import io.wirecase.capture.application.ApplicationTracker;
import io.wirecase.core.flow.Party;

/** Takes payload in order. */
interface Delivery {

    /** Whether more can still change anything. */
    boolean wantsMore();

    /** The next bytes of one side, all in one packet. */
    void data(Party sender, Segment segment);

    /** Bytes of one side that will not come, at least 1. */
    void gap(Party sender, long missing);

    /** Delivers to a flow's parsers. */
    record ToParsers(ApplicationTracker parsers) implements Delivery {

        @Override
        public boolean wantsMore() {
            return parsers.wantsMore();
        }

        @Override
        public void data(Party sender, Segment segment) {
            parsers.data(
                    sender,
                    segment.bytes(),
                    segment.offset(),
                    segment.captured(),
                    segment.timeNanos(),
                    segment.packet());
        }

        @Override
        public void gap(Party sender, long missing) {
            parsers.gap(sender, missing);
        }
    }
}
