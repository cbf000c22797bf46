package io.wirecase.detection.in;

import io.wirecase.core.flow.Flow;
import io.wirecase.detection.behaviour.BehaviourEntry;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.behaviour.DigestBlock.SubjectDigest;
import io.wirecase.detection.behaviour.JoinedState;
import io.wirecase.detection.behaviour.SubjectDetector;
import io.wirecase.detection.store.BehaviourStore;
import java.util.List;

/** Joins the halves of states of one detector that come from everywhere. */
final class JoinFold<D, S extends JoinedState<D, S>> {

    private final SubjectDetector<D, S> detector;
    private final BehaviourStore store;
    private final KindFold<D, S> kept;

    JoinFold(SubjectDetector<D, S> detector, BehaviourStore store) {
        this.detector = detector;
        this.store = store;
        this.kept = new KindFold<>(detector, store, new Beside());
    }

    /** Judges a state beside others of the same site: they are kept in the same partition. */
    private final class Beside implements KindFold.Judge<S> {

        @Override
        public BehaviourReading read(BehaviourKey key, S state) {
            return detector.read(key, state, detail -> kept.state(store.find(key.beside(detail))));
        }

        @Override
        public boolean mayChange() {
            return detector.judgesBeside();
        }
    }

    /**
     * Joins one half in.
     *
     * @throws IllegalArgumentException for a half of a version this code does not know
     */
    void join(SubjectDigest digest, KindFold.Cause cause) {
        S half = detector.stored(digest.state());
        BehaviourKey key = digest.key();
        BehaviourEntry entry = store.find(key);
        S state = kept.state(entry);
        state.join(half);
        List<Flow> shown = digest.examples().stream().filter(entry::example).toList();
        kept.keep(key, entry, state, shown, cause);
    }

    void settle(BehaviourKey key, Sent sent, long arrivalMillis) {
        kept.settle(key, sent, arrivalMillis);
    }
}
