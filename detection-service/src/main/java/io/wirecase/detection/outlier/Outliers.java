package io.wirecase.detection.outlier;

import io.wirecase.core.alert.Subject;
import io.wirecase.core.measure.OutlierFence;
import io.wirecase.detection.behaviour.BehaviourKey;
import org.jspecify.annotations.Nullable;

/** What both detectors say alike. */
final class Outliers {

    static final String RAISED_BY = "detection";

    private Outliers() {}

    static Subject host(BehaviourKey key) {
        return new Subject(Subject.Type.HOST, key.subject(), null, null);
    }

    /** The limit in words, or null where there is none. */
    static @Nullable String limit(OutlierFence fence, String unit) {
        Double limit = fence.limit();
        return limit == null ? null : Math.round(limit) + " " + unit;
    }
}
