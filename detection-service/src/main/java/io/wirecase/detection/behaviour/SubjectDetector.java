package io.wirecase.detection.behaviour;

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

    /**
     * What a state amounts to beside others, holding or not.
     *
     * @param beside the state that is kept under another detail of the same key; a fresh one where there is none
     */
    default BehaviourReading read(BehaviourKey key, S state, Function<String, S> beside) {
        return read(key, state);
    }
}
