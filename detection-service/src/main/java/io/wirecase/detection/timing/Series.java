package io.wirecase.detection.timing;

import io.wirecase.core.measure.Comb;
import io.wirecase.core.measure.Timing;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What counts as a period here. */
final class Series {

    /** The chance below which a series is no chance: one in ten thousand, whatever other series there are. */
    static final double ALPHA = 1e-4;

    private Series() {}

    /** The period of a timing that is periodic beyond chance, else null. */
    static @Nullable Comb period(Timing timing) {
        return timing.type().periodic() && p(timing) < ALPHA ? timing.comb() : null;
    }

    /** The chance of a timing, 1 where it was not tested. */
    static double p(Timing timing) {
        return Objects.requireNonNullElse(timing.p(), 1.0);
    }
}
