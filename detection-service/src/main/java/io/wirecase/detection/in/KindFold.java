package io.wirecase.detection.in;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.FlowBlock;
import io.wirecase.detection.behaviour.BehaviourAlerts;
import io.wirecase.detection.behaviour.BehaviourDetector;
import io.wirecase.detection.behaviour.BehaviourEntry;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.behaviour.BehaviourState;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.behaviour.Examples;
import io.wirecase.detection.store.BehaviourStore;
import io.wirecase.detection.store.DetectionStore.Owed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Folds the digests of one detector into the state of their subjects: one read and one write a key and block. */
final class KindFold<D, S extends BehaviourState<D>> {

    private final BehaviourDetector<D, S> detector;
    private final BehaviourStore store;
    private final Judge<S> judge;
    private final Map<BehaviourKey, List<Told<D>>> waiting = new LinkedHashMap<>();

    KindFold(BehaviourDetector<D, S> detector, BehaviourStore store) {
        this(detector, store, detector::read);
    }

    KindFold(BehaviourDetector<D, S> detector, BehaviourStore store, Judge<S> judge) {
        this.detector = detector;
        this.store = store;
        this.judge = judge;
    }

    /** Says what a state amounts to. */
    interface Judge<S> {

        BehaviourReading read(BehaviourKey key, S state);

        /** Whether it may say something else of a state that has not changed. */
        default boolean mayChange() {
            return false;
        }

        /** How much longer than others the state is kept, in milliseconds. */
        default long patience() {
            return 0;
        }

        /** Whether all that were kept are still ones to keep, whatever the state. */
        default boolean keepsAll() {
            return true;
        }

        /** Whether a flow is still one to keep, now that the state is what it is. */
        default boolean keeps(S state, Flow flow) {
            return true;
        }

        /**
         * The next alert of a reading.
         *
         * @param kept the flows that were kept
         * @param cause the capture that brings it: the last one the alert names, which counts it
         */
        default Alert next(
                BehaviourKey key,
                S state,
                BehaviourReading reading,
                BehaviourEntry entry,
                List<Flow> kept,
                UUID cause) {
            return BehaviourAlerts.next(key, reading, entry, entry.captures(), kept);
        }

        /** Whether that is not what was said last; when in doubt it is not. */
        default boolean other(BehaviourKey key, Alert next) {
            return true;
        }

        /** Takes note of what is said. */
        default void said(BehaviourKey key, Alert alert) {}

        /**
         * Says what is to be said of a state: an alert, unless somebody else has the last word.
         *
         * @param kept the flows that were kept
         */
        default void say(BehaviourKey key, S state, Alert alert, List<Flow> kept, Sent sent) {
            sent.send(alert);
        }

        /** Takes note in an entry that all was judged that depends on its state. */
        default void settled(BehaviourEntry entry, S state) {}
    }

    /** A digest and the flow it was read from. */
    private record Told<D>(Digest<D> digest, Flow flow) {}

    String kind() {
        return detector.kind();
    }

    /** What a flow tells, to be kept once all detectors have read it; does nothing where it tells nothing. */
    Runnable read(Flow flow) {
        List<Digest<D>> digests = detector.read(flow);
        return digests.isEmpty() ? BehaviourFold.NOTHING : () -> digests.forEach(digest -> keep(digest, flow));
    }

    /** Keeps a digest of a flow to be folded with those that were read. */
    void keep(Digest<D> digest, Flow flow) {
        BehaviourKey key = BehaviourKey.of(flow.origin(), detector.kind(), digest, detector.bucket());
        waiting.computeIfAbsent(key, any -> new ArrayList<>()).add(new Told<>(digest, flow));
    }

    /** Forgets what was read and not folded. */
    void clear() {
        waiting.clear();
    }

    /** Folds what was read since and sends the alerts that are due. */
    void fold(FlowBlock block, Sent sent, long arrivalMillis) {
        waiting.forEach((key, told) -> fold(key, told, block, sent, arrivalMillis));
        waiting.clear();
    }

    private void fold(BehaviourKey key, List<Told<D>> told, FlowBlock block, Sent sent, long arrivalMillis) {
        BehaviourEntry entry = store.find(key);
        S state = state(entry);
        List<Flow> shown = new ArrayList<>();
        for (Told<D> one : told) {
            state.add(one.digest().value());
            if (one.digest().example() && entry.example(one.flow())) {
                shown.add(one.flow());
            }
        }
        keep(key, entry, state, shown, new Cause(new Owed(block.captureId(), block.revision()), sent, arrivalMillis));
    }

    /** What brought digests, and where alerts go. */
    record Cause(Owed capture, Sent sent, long arrivalMillis) {}

    /** Keeps what a state became and sends the alert that is due. */
    void keep(BehaviourKey key, BehaviourEntry entry, S state, List<Flow> shown, Cause cause) {
        entry.touchedBy(cause.capture().capture());
        entry.state(state.bytes());
        if (!shown.isEmpty()) {
            if (judge.keepsAll()) {
                store.addExamples(key, shown);
            } else {
                store.putExamples(key, examples(key, state, shown));
            }
        }
        boolean plausible = detector.plausible(state);
        if (plausible) {
            BehaviourReading reading = judge.read(key, state);
            if (entry.due(reading)) {
                send(key, state, reading, entry, cause.sent());
            }
        }
        boolean open = plausible || entry.announced().outdated() || judge.mayChange();
        store.put(key, entry, cause.arrivalMillis() + judge.patience(), open ? cause.capture() : null);
    }

    /** Sends the final counts of a key whose last digests came from a capture that has ended. */
    void settle(BehaviourKey key, Sent sent, long arrivalMillis) {
        BehaviourEntry entry = store.find(key);
        S state = state(entry);
        lastWord(key, entry, state, sent);
        entry.settle();
        judge.settled(entry, state);
        store.put(key, entry, arrivalMillis + judge.patience(), null);
    }

    /** Judges a key again whose state has not changed. */
    void again(BehaviourKey key, Sent sent, long arrivalMillis) {
        BehaviourEntry entry = store.find(key);
        if (lastWord(key, entry, state(entry), sent)) {
            store.put(key, entry, arrivalMillis + judge.patience(), null);
        }
    }

    private boolean lastWord(BehaviourKey key, BehaviourEntry entry, S state, Sent sent) {
        BehaviourReading reading = judge.read(key, state);
        boolean announced = entry.announced().weight() > 0;
        boolean due = entry.last(reading)
                || announced && judge.mayChange() && judge.other(key, next(key, state, reading, entry, sent));
        if (due) {
            send(key, state, reading, entry, sent);
        }
        return due;
    }

    S state(BehaviourEntry entry) {
        byte[] stored = entry.state();
        try {
            return stored.length == 0 ? detector.fresh() : detector.stored(stored);
        } catch (IllegalArgumentException otherVersion) {
            // Counting anew loses a bucket; not going on would lose every flow.
            return detector.fresh();
        }
    }

    private void send(BehaviourKey key, S state, BehaviourReading reading, BehaviourEntry entry, Sent sent) {
        Alert alert = next(key, state, reading, entry, sent);
        judge.say(key, state, alert, store.examples(key), sent);
        judge.said(key, alert);
        entry.announce(reading);
    }

    private Alert next(BehaviourKey key, S state, BehaviourReading reading, BehaviourEntry entry, Sent sent) {
        return judge.next(key, state, reading, entry, store.examples(key), sent.capture());
    }

    private List<Flow> examples(BehaviourKey key, S state, List<Flow> shown) {
        Examples examples = new Examples();
        store.examples(key).stream().filter(flow -> judge.keeps(state, flow)).forEach(examples::add);
        examples.addAll(shown);
        return examples.flows();
    }
}
