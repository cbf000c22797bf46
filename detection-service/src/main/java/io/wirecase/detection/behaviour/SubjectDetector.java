package io.wirecase.detection.behaviour;

/**
 * A detector whose subjects are not the originators of the flows it reads: the victim of a flood, the destination of
 * many scanners, an address that several stations claim. Its digests are folded block by block where the flows are, go
 * to the partition of their subject as halves of its state, and are joined and judged there.
 *
 * @param <D> what is folded
 * @param <S> what is remembered
 */
public interface SubjectDetector<D, S extends JoinedState<D, S>> extends BehaviourDetector<D, S> {}
