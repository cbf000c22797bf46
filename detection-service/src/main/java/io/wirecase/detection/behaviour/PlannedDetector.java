package io.wirecase.detection.behaviour;

import java.time.Duration;

/** A detector of subjects elsewhere that has its head in one place. */
public interface PlannedDetector<D, S extends JoinedState<D, S>> extends SubjectDetector<D, S> {

    /** What it is called and what it keeps. */
    StatePlan<S> plan();

    @Override
    default String kind() {
        return plan().kind();
    }

    @Override
    default Duration bucket() {
        return plan().bucket();
    }

    @Override
    default S fresh() {
        return plan().fresh().get();
    }

    @Override
    default S stored(byte[] bytes) {
        return plan().stored().apply(bytes);
    }
}
