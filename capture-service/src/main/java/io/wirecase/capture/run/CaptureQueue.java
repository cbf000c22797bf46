package io.wirecase.capture.run;

import io.wirecase.capture.store.CaptureStore;
import io.wirecase.core.wire.CaptureState;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * Captures on their way to be read: first announced, one after the other in the order they came, then read by workers.
 * Holds ids alone, the store holds the captures; so a queue that is lost with its process is built again from the
 * store.
 */
public final class CaptureQueue implements Consumer<UUID> {

    private static final Logger LOG = System.getLogger(CaptureQueue.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final BlockingQueue<UUID> arrived = new LinkedBlockingQueue<>();
    private final BlockingQueue<UUID> announced = new LinkedBlockingQueue<>();
    private final CaptureStore store;
    private final FlowOutlet outlet;
    private final PublishedStates published;

    /**
     * An empty queue.
     *
     * @param published what readers know
     */
    public CaptureQueue(CaptureStore store, FlowOutlet outlet, PublishedStates published) {
        this.store = store;
        this.outlet = outlet;
        this.published = published;
    }

    @Override
    public void accept(UUID capture) {
        arrived.add(capture);
    }

    /** Announces captures as they come, until interrupted. */
    public void announceAll() throws InterruptedException {
        while (true) {
            UUID id = arrived.take();
            boolean done = false;
            while (!done) {
                done = announce(id);
            }
        }
    }

    /** Waits for the next capture to be read. */
    public UUID next() throws InterruptedException {
        return announced.take();
    }

    /** How many captures wait. */
    public int waiting() {
        return arrived.size() + announced.size();
    }

    private boolean announce(UUID id) throws InterruptedException {
        try {
            tell(id);
            return true;
        } catch (OutletException.Unavailable away) {
            LOG.log(Level.WARNING, "capture " + id + " waits to be announced: " + away.getMessage());
            Thread.sleep(PAUSE);
            return false;
        }
    }

    private void tell(UUID id) throws InterruptedException {
        CaptureState accepted = store.find(id).orElseThrow().accepted();
        Optional<CaptureState> known = published.current(id);
        // Never over a state of the same revision: that one may hold what is published, and the last record wins.
        if (known.isEmpty() || known.get().revision() < accepted.revision()) {
            outlet.announce(accepted);
        } else if (ended(known.get())) {
            return;
        }
        announced.add(id);
    }

    private static boolean ended(CaptureState state) {
        return state.state() == CaptureState.State.COMPLETED || state.state() == CaptureState.State.FAILED;
    }
}
