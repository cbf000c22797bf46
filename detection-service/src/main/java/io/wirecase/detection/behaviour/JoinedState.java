package io.wirecase.detection.behaviour;

/**
 * A state that two halves of the digests can be folded into apart and then joined: the same as all in one. What is
 * folded where flows are read travels as such a half to where its subject is kept.
 */
public interface JoinedState<D, S extends JoinedState<D, S>> extends BehaviourState<D> {

    /** Adds all that another state was told. */
    void join(S other);

    /** Takes note that all was judged that depends on it. */
    default void settled() {}

    /**
     * Takes note that what it tells is looked at when the state under another detail of its key is judged.
     *
     * @return whether that is to be kept
     */
    default boolean watchedBy(String detail) {
        return false;
    }
}
