package io.wirecase.capture.run;

import io.wirecase.capture.store.CaptureStore;
import io.wirecase.capture.store.StoredCapture;
import io.wirecase.core.wire.CaptureState;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Lets go of a capture that was sent again to another instance: that one keeps it from its next revision on, so that
 * each capture has one keeper. Thread-safe.
 */
public final class Copies implements Consumer<CaptureState> {

    private static final Logger LOG = System.getLogger(Copies.class.getName());

    private final CaptureStore store;
    private final Predicate<CaptureState> elsewhere;

    /** The copies of a store. @param elsewhere whether another instance keeps a capture */
    public Copies(CaptureStore store, Predicate<CaptureState> elsewhere) {
        this.store = store;
        this.elsewhere = elsewhere;
    }

    @Override
    public void accept(CaptureState state) {
        if (!elsewhere.test(state) || unlike(state)) {
            return;
        }
        try {
            store.drop(state.id());
            LOG.log(Level.INFO, "capture " + state.id() + " is kept by another instance now");
        } catch (IOException disk) {
            LOG.log(Level.ERROR, "the copy of capture " + state.id() + " cannot be removed", disk);
        }
    }

    /** Whether it says nothing against the copy that is kept here. */
    private boolean unlike(CaptureState state) {
        Optional<StoredCapture> here = store.find(state.id());
        return here.isEmpty()
                || here.get().revision() >= state.revision()
                || state.state() == CaptureState.State.SUPERSEDED
                || state.state() == CaptureState.State.DELETED;
    }
}
