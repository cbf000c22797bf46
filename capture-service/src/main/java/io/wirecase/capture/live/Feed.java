package io.wirecase.capture.live;

import io.wirecase.capture.source.RawPacket;
import io.wirecase.capture.source.SourceSummary;
import java.util.Optional;

/** Packets as they come. One thread at a time. */
interface Feed {

    /**
     * Takes the next packet that arrives soon.
     *
     * @param into overwritten when there is a packet; its bytes are valid until the next call
     * @return false when none came within some milliseconds
     */
    boolean poll(RawPacket into);

    /** What came so far, with what the system lost. */
    SourceSummary summary();

    /** What the system lost so far. */
    Drops drops();

    /** Why nothing more can come, as a phrase for people, or empty while it can. */
    Optional<String> broken();
}
