package io.wirecase.capture.run;

import io.wirecase.capture.flow.CaptureIdentity;
import io.wirecase.capture.store.CaptureStore;
import io.wirecase.capture.store.StoredCapture;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Brings a kept capture to the point asked for, whatever happened before and however long the bus is away. */
public final class CaptureRun {

    private static final Logger LOG = System.getLogger(CaptureRun.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final CaptureStore store;
    private final FlowOutlet outlet;
    private final CaptureReader reader;
    private final String decoder;

    /**
     * A run that has done nothing yet; it can be used for any number of captures, by several threads.
     *
     * @param decoder fingerprint of the reader
     */
    public CaptureRun(CaptureStore store, FlowOutlet outlet, CaptureReader reader, String decoder) {
        this.store = store;
        this.outlet = outlet;
        this.reader = reader;
        this.decoder = decoder;
    }

    /**
     * Reads and publishes a capture; returns when it is completed, failed or taken over by another service.
     *
     * @throws InterruptedException when the caller should stop; the capture is continued at the next start
     */
    public void run(UUID id) throws InterruptedException {
        untilDone(id, this::publish);
    }

    /**
     * Says of a capture that our own code could not stand it, so that readers do not wait for it.
     *
     * @param defect what {@link #run} threw
     * @throws InterruptedException when the caller should stop
     */
    public void fail(UUID id, Throwable defect) throws InterruptedException {
        untilDone(id, (capture, publication) -> {
            if (plan(capture, publication) instanceof Plan.Publish work) {
                publication.start(capture.withRevision(work.revision()).accepted(), work, decoder);
                publication.fail("a defect of the decoder: " + defect, null);
            }
        });
    }

    private interface Step {
        void take(StoredCapture capture, CapturePublication publication) throws InterruptedException;
    }

    private void untilDone(UUID id, Step step) throws InterruptedException {
        while (true) {
            try (CapturePublication publication = outlet.take(id)) {
                Optional<StoredCapture> capture = store.find(id);
                if (capture.isPresent()) {
                    step.take(capture.get(), publication);
                }
                return;
            } catch (OutletException.Unavailable away) {
                LOG.log(Level.WARNING, "capture " + id + " waits: " + away.getMessage());
                Thread.sleep(PAUSE);
            } catch (OutletException.TakenOver elsewhere) {
                LOG.log(Level.INFO, "capture " + id + ": " + elsewhere.getMessage());
                return;
            }
        }
    }

    private Plan plan(StoredCapture capture, CapturePublication publication) {
        return Plan.of(capture.revision(), publication.before(), decoder, publication.partitions());
    }

    private void publish(StoredCapture capture, CapturePublication publication) throws InterruptedException {
        Plan plan = plan(capture, publication);
        while (plan instanceof Plan.Publish work) {
            try {
                publish(capture.withRevision(work.revision()), work, publication);
                return;
            } catch (OutletException.Diverged difference) {
                LOG.log(Level.WARNING, "capture " + capture.id() + " starts anew: " + difference.getMessage());
                plan = work.renewed();
            }
        }
    }

    private void publish(StoredCapture capture, Plan.Publish work, CapturePublication publication)
            throws InterruptedException {
        publication.start(capture.accepted(), work, decoder);
        CaptureIdentity identity =
                new CaptureIdentity(capture.id(), capture.revision(), capture.site(), StoredCapture.SENSOR);
        Optional<CaptureStore.Hold> held = store.hold(capture.id());
        if (held.isEmpty()) {
            // Deleted since; whoever deleted it says so, or cannot yet since this publication has to end first.
            return;
        }
        try (CaptureStore.Hold packets = held.get()) {
            switch (reader.read(packets.content(), identity, publication)) {
                case CaptureReader.Read(var accounts) -> publication.complete(accounts);
                case CaptureReader.Unreadable(String reason) -> publication.fail(reason, null);
            }
        } catch (IOException unreadable) {
            publication.fail("the stored file cannot be read: " + unreadable.getMessage(), null);
        }
    }
}
