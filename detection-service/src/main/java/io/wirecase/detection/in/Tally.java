package io.wirecase.detection.in;

import java.util.concurrent.atomic.LongAdder;

/** What went through and what did not, since the start. Thread-safe. */
public final class Tally {

    /** Flows looked at. */
    public final LongAdder flows = new LongAdder();
    /** Alert records sent, revisions included. */
    public final LongAdder alerts = new LongAdder();
    /** Records that could not be read, put aside whole. */
    public final LongAdder unreadable = new LongAdder();
    /** Flows put aside alone: unreadable ones and those a detector failed on. */
    public final LongAdder deadFlows = new LongAdder();
    /** Entries of state that went early because there were too many. */
    public final LongAdder crowdedOut = new LongAdder();
    /** New facts about hosts that were told. */
    public final LongAdder sightings = new LongAdder();
    /** Facts that were not told since their host has as many of the kind as are kept. */
    public final LongAdder sightingsRefused = new LongAdder();
}
