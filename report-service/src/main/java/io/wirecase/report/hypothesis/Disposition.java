package io.wirecase.report.hypothesis;

import java.util.Locale;

/** What a pattern is taken for; ordered by gravity. */
public enum Disposition {
    BENIGN,
    SUSPICIOUS,
    MALICIOUS;

    /** The word in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
