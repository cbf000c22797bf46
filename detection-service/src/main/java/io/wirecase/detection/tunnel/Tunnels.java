package io.wirecase.detection.tunnel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What both detectors say alike. */
final class Tunnels {

    /** A day, as scans are counted: a slow tunnel needs hours to show. */
    static final Duration BUCKET = Duration.ofDays(1);

    static final String RAISED_BY = "detection";
    static final String ATTACK_VERSION = "19";

    private Tunnels() {}

    /** A part of a whole, 0 of nothing. */
    static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** A limit where it decided, null where it did not: beside a measure it would mislead. */
    static @Nullable Double where(boolean decided, double limit) {
        return decided ? limit : null;
    }
}
