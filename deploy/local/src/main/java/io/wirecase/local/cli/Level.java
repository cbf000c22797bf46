package io.wirecase.local.cli;

import java.util.Locale;

/** Levels of an assessment, mildest first. */
enum Level {
    BENIGN,
    SUSPICIOUS,
    MALICIOUS;

    /** Whether a report's level is at or above this one; a word we do not know counts as the worst. */
    boolean isReachedBy(String level) {
        for (Level each : values()) {
            if (each.name().equals(level.toUpperCase(Locale.ROOT))) {
                return each.ordinal() >= ordinal();
            }
        }
        return true;
    }
}
