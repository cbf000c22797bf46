package io.wirecase.detection.in;

import io.wirecase.core.flow.Flow;
import io.wirecase.detection.behaviour.BehaviourEntry;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.DigestBlock.SubjectDigest;
import io.wirecase.detection.behaviour.JoinedState;
import io.wirecase.detection.behaviour.SubjectDetector;
import io.wirecase.detection.store.BehaviourStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Joins the halves of states of one detector that come from everywhere. */
final class JoinFold<D, S extends JoinedState<D, S>> {

    private final SubjectDetector<D, S> detector;
    private final BehaviourStore store;
    private final BesideJudge<S> beside;
    private final KindFold<D, S> kept;

    JoinFold(SubjectDetector<D, S> detector, BehaviourStore store) {
        this.detector = detector;
        this.store = store;
        this.beside = new BesideJudge<>(detector, this::stored, store::examples);
        this.kept = new KindFold<>(detector, store, detector.judgesBeside() ? beside : detector::read);
    }

    private S stored(BehaviourKey key) {
        return kept.state(store.find(key));
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
        List<Flow> shown = digest.examples().stream()
                .filter(flow -> detector.choosesExamples() ? detector.keeps(state, flow) : entry.example(flow))
                .toList();
        kept.keep(key, entry, state, shown, cause);
        detector.watches(state).forEach(detail -> watch(key.beside(detail), key.detail(), cause.arrivalMillis()));
    }

    private void watch(BehaviourKey key, String by, long arrivalMillis) {
        BehaviourEntry entry = store.find(key);
        S state = kept.state(entry);
        if (state.watchedBy(by)) {
            entry.state(state.bytes());
            store.rewrite(key, entry, arrivalMillis + detector.patience().toMillis());
        }
    }

    /** Sends the final counts of keys whose last digests came from a capture that has ended. */
    void settle(List<BehaviourKey> owed, Sent sent, long arrivalMillis) {
        if (detector.judgesBeside()) {
            Map<BehaviourKey, List<BehaviourKey>> groups = new LinkedHashMap<>();
            owed.forEach(key -> groups.computeIfAbsent(key.beside(""), any -> new ArrayList<>())
                    .add(key));
            groups.forEach((group, keys) -> settleBeside(group, keys, sent, arrivalMillis));
        } else {
            owed.forEach(key -> kept.settle(key, sent, arrivalMillis));
        }
    }

    /** Settles what changed and judges again what depends on it. */
    private void settleBeside(BehaviourKey group, List<BehaviourKey> keys, Sent sent, long arrivalMillis) {
        beside.remember(() -> {
            Set<BehaviourKey> again = new LinkedHashSet<>();
            for (BehaviourKey key : keys) {
                detector.concerned(key, beside.kept(key), detail -> beside.kept(group.beside(detail)))
                        .forEach(detail -> again.add(group.beside(detail)));
            }
            keys.forEach(again::remove);
            keys.forEach(key -> kept.settle(key, sent, arrivalMillis));
            again.forEach(key -> kept.again(key, sent, arrivalMillis));
        });
    }
}
