package io.wirecase.capture.flow;

import io.wirecase.capture.application.ApplicationTracker;
import io.wirecase.capture.tcp.Delivery;
import io.wirecase.capture.tcp.Segment;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.Party;
import org.jspecify.annotations.Nullable;

/** The parsers of a flow; once they had to make room for others, what they had read until then. */
final class Parsers implements Delivery {

    final LiveFlow flow;
    private @Nullable ApplicationTracker tracker;
    private Application application = Application.UNKNOWN;
    private KeptFacts kept = KeptFacts.NOTHING;
    private boolean fed;

    /** Bytes it is charged with. */
    int charged;

    /** The last packet of its flow when it was put last into the row of those that may have to go. */
    long seen;

    @Nullable
    Parsers older;

    @Nullable
    Parsers newer;

    Parsers(LiveFlow flow, ApplicationTracker tracker) {
        this.flow = flow;
        this.tracker = tracker;
    }

    /** Whether they got anything since the last time this was asked for. */
    boolean takeFed() {
        boolean its = fed;
        fed = false;
        return its;
    }

    /** Bytes of memory they take. */
    int held() {
        return tracker == null ? kept.held() : tracker.held();
    }

    @Override
    public boolean wantsMore() {
        return tracker != null && tracker.wantsMore();
    }

    @Override
    public void data(Party sender, Segment segment) {
        data(sender, segment.bytes(), segment.offset(), segment.captured(), segment.timeNanos(), segment.packet());
    }

    void data(Party sender, byte[] bytes, int offset, int length, long timeNanos, long packet) {
        if (tracker != null) {
            fed = true;
            tracker.data(sender, bytes, offset, length, timeNanos, packet);
        }
    }

    @Override
    public void gap(Party sender, long missing) {
        if (tracker != null) {
            fed = true;
            tracker.gap(sender, missing);
        }
    }

    /** What the flow carries, as far as was read. */
    Application application() {
        return tracker == null ? application : tracker.application();
    }

    /** Tells what was read. */
    void tell(Facts.Draft facts) {
        if (tracker != null) {
            tracker.tell(facts);
        } else {
            kept.facts().tell(facts);
        }
    }

    /** What was read, without what the packets' headers tell. */
    Facts facts() {
        Facts.Draft draft = new Facts.Draft();
        tell(draft);
        return draft.build();
    }

    /** Forgets the parsers; from now on only this was read. */
    void settle(Application its, KeptFacts read) {
        application = its;
        kept = read;
        tracker = null;
    }
}
