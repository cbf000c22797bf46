package io.wirecase.detection.behaviour;

import io.wirecase.core.flow.Flow;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

/**
 * A detector whose subjects are not the originators of the flows it reads: the victim of a flood, the destination of
 * many scanners, an address that several stations claim. Its digests are folded block by block where the flows are, go
 * to the partition of their subject as halves of its state, and are joined and judged there.
 *
 * @param <D> what is folded
 * @param <S> what is remembered
 */
public interface SubjectDetector<D, S extends JoinedState<D, S>> extends BehaviourDetector<D, S> {

    /**
     * Whether it judges a state beside others of its kind, site, subject and bucket, and so may come to another end
     * though that state itself has not changed.
     */
    default boolean judgesBeside() {
        return false;
    }

    /** Whether it chooses itself which flows are shown, by {@link #keeps}; else those with the smallest lots are. */
    default boolean choosesExamples() {
        return judgesBeside();
    }

    /** How much longer than that of others its state is kept after its last touch. */
    default Duration patience() {
        return Duration.ZERO;
    }

    /**
     * What a state amounts to beside others, holding or not.
     *
     * @param beside the state that is kept under another detail of the same key; a fresh one where there is none
     */
    default BehaviourReading read(BehaviourKey key, S state, Function<String, S> beside) {
        return read(key, state);
    }

    /**
     * The details of those that may be judged otherwise since a state beside them changed. As few as can be: each of
     * them is read again at the end marker that settles the change.
     *
     * @param changed a state that changed since it was settled
     * @param beside the state that is kept under another detail of the same key; a fresh one where there is none
     */
    default Set<String> concerned(S changed, Function<String, S> beside) {
        return Set.of();
    }

    /** The same where the key of the state that changed says more than the state. */
    default Set<String> concerned(BehaviourKey key, S changed, Function<String, S> beside) {
        return concerned(changed, beside);
    }

    /**
     * The details of the states whose flows a reading shows, where the detector judges beside.
     *
     * @param key the key of the state that was read
     */
    default Set<String> shown(BehaviourKey key, BehaviourReading reading) {
        return Set.of(key.detail());
    }

    /** The details of the states that have to know that this one is judged beside them. */
    default Set<String> watches(S state) {
        return Set.of();
    }

    /** Whether a flow is still one to keep for showing, where the detector judges beside. */
    default boolean keeps(S state, Flow flow) {
        return true;
    }

    /** Whether a reading of a state shows a flow that was kept, where the detector judges beside. */
    default boolean shows(S state, BehaviourReading reading, Flow flow) {
        return true;
    }
}
