package io.wirecase.detection.behaviour;

/**
 * What is remembered of one subject in one bucket. Folding is commutative and associative: the same digests in any
 * order and cut end in the same state. Its size is bounded, whatever comes in.
 */
public interface BehaviourState<D> {

    /** Folds one digest in. */
    void add(D digest);

    /** The state as bytes that {@link BehaviourDetector#stored} reads; the first of them is a version. */
    byte[] bytes();
}
