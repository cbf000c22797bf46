package io.wirecase.capture.run;

import io.wirecase.capture.store.CaptureStore;
import io.wirecase.capture.store.Deletion;
import io.wirecase.capture.store.StoredCapture;
import io.wirecase.core.wire.CaptureState;
import java.io.IOException;
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
    private final DeletionOutlet deletions;
    private final PublishedStates published;
    private final Keepers keepers;

    /**
     * An empty queue.
     *
     * @param published what readers know
     * @param keepers who this instance is, and who are others
     */
    public CaptureQueue(
            CaptureStore store,
            FlowOutlet outlet,
            DeletionOutlet deletions,
            PublishedStates published,
            Keepers keepers) {
        this.store = store;
        this.outlet = outlet;
        this.deletions = deletions;
        this.published = published;
        this.keepers = keepers;
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

    /**
     * Tells readers what they do not know yet of one capture.
     *
     * @return false when that could not be done now
     * @throws InterruptedException when the caller should stop
     */
    public boolean announce(UUID id) throws InterruptedException {
        try {
            tell(id);
            return true;
        } catch (IOException disk) {
            LOG.log(Level.ERROR, "capture " + id + " waits to be announced: the disk fails", disk);
            Thread.sleep(PAUSE);
            return false;
        } catch (OutletException.Unavailable away) {
            LOG.log(Level.WARNING, "capture " + id + " waits to be announced: " + away.getMessage());
            Thread.sleep(PAUSE);
            return false;
        }
    }

    private void tell(UUID id) throws InterruptedException, IOException {
        Optional<Deletion> deletion = store.deletion(id);
        if (deletion.isPresent()) {
            deletions.delete(deletion.get().state());
            store.told(deletion.get());
        }
        Optional<StoredCapture> stored = store.find(id);
        if (stored.isPresent()) {
            tell(stored.get(), published.current(id));
        }
    }

    private void tell(StoredCapture stored, Optional<CaptureState> known) throws InterruptedException, IOException {
        StoredCapture capture = stored;
        if (known.isPresent() && known.get().state() == CaptureState.State.DELETED) {
            if (capture.gone() != null) {
                // Deleted through another instance when its packets had gone already.
                store.drop(capture.id());
                return;
            }
            // Sent again since: read again, as the revision after the one that was deleted.
            capture = store.raise(capture.id(), known.get().revision() + 1);
        }
        if (known.isPresent() && known.get().revision() >= capture.revision()) {
            if (keepers.test(known.get())) {
                LOG.log(Level.INFO, "capture " + capture.id() + " is kept by another instance; this copy goes");
                store.drop(capture.id());
                return;
            }
            if (ended(known.get())) {
                keeping(capture, known.get());
                return;
            }
        } else {
            // Never over a state of the same revision: that one may hold what is published, and the last record wins.
            outlet.announce(capture.accepted());
        }
        announced.add(capture.id());
    }

    /** Says where the packets of a capture that was read are, when that changed. */
    private void keeping(StoredCapture capture, CaptureState known) throws InterruptedException {
        CaptureState.Keeping now = capture.keeping(keepers.instance());
        if (!now.equals(known.keeping())) {
            outlet.announce(known.with(now));
        }
    }

    private static boolean ended(CaptureState state) {
        return state.state() == CaptureState.State.COMPLETED || state.state() == CaptureState.State.FAILED;
    }
}
