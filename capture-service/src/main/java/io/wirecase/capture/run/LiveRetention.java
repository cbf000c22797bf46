package io.wirecase.capture.run;

import io.wirecase.capture.store.PacketArchive;
import io.wirecase.capture.store.StoredCapture;
import io.wirecase.core.wire.Accounts;
import io.wirecase.core.wire.CaptureState;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Lets packets of live captures go by age also while nothing is recorded, and tells readers of captures of which none
 * are left, so that a report says so. One thread at a time.
 */
public final class LiveRetention {

    private static final Logger LOG = System.getLogger(LiveRetention.class.getName());
    private static final long NANOS_OF_SECOND = 1_000_000_000L;

    private final PacketArchive archive;
    private final CaptureBoard board;
    private final FlowOutlet outlet;
    private final InstantSource clock;
    private final String instance;

    /**
     * A retention that has not looked yet.
     *
     * @param archive keeps the packets
     * @param board knows the captures; what is told is noted on it by the outlet
     * @param outlet tells readers
     * @param instance this instance's name: of captures that others keep it says nothing
     */
    public LiveRetention(
            PacketArchive archive, CaptureBoard board, FlowOutlet outlet, InstantSource clock, String instance) {
        this.archive = archive;
        this.board = board;
        this.outlet = outlet;
        this.clock = clock;
        this.instance = instance;
    }

    /**
     * Looks once.
     *
     * @throws IOException when the disk fails
     * @throws OutletException.Unavailable when the bus does not answer; the next look tells
     * @throws InterruptedException when the caller should stop
     */
    public void apply() throws IOException, InterruptedException {
        archive.trim();
        for (CaptureState state : board.all()) {
            if (ended(state) && archive.find(state.id()).isEmpty()) {
                Instant now = clock.instant();
                outlet.announce(state.with(new CaptureState.Keeping(
                        instance, Evidence.AGED, now.getEpochSecond() * NANOS_OF_SECOND + now.getNano())));
                LOG.log(Level.INFO, "the last packets of live capture " + state.id() + " went");
            }
        }
    }

    /** Whether a capture is a live one of ours that ended with packets of which it is not told that they went. */
    private boolean ended(CaptureState state) {
        Accounts accounts = state.accounts();
        CaptureState.Keeping keeping = state.keeping();
        boolean over = state.state() == CaptureState.State.COMPLETED || state.state() == CaptureState.State.FAILED;
        return over
                && !state.sensor().equals(StoredCapture.SENSOR)
                && !state.packetsGone()
                && keeping != null
                && keeping.instance().equals(instance)
                && accounts != null
                && accounts.packets() > 0;
    }
}
