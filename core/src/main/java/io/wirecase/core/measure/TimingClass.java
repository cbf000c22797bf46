package io.wirecase.core.measure;

import java.util.Locale;

/** What the start times of a series look like; the codes are names that others read. */
public enum TimingClass {
    /** Too few events or too short a span to say. */
    INSUFFICIENT,
    PERIODIC,
    PERIODIC_WITH_GAPS,
    MULTI_PERIODIC,
    BURSTY,
    BURST_RETRY,
    BACKOFF,
    /** Powers of two seconds: a time client that adapts its poll. */
    NTP_LIKE,
    DIURNAL,
    REGULAR_APERIODIC,
    IRREGULAR;

    /** The code in reports, for example {@code periodic-with-gaps}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a period may be stated. */
    public boolean periodic() {
        return this == PERIODIC || this == PERIODIC_WITH_GAPS || this == MULTI_PERIODIC;
    }
}
