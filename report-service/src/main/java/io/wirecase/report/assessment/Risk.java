package io.wirecase.report.assessment;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Ranking;
import java.util.Locale;

/** How much a pattern asks for action: by the share of its malicious explanations together. */
public enum Risk {
    /** Below .2. */
    LOW,
    /** From .2. */
    MEDIUM,
    /** From .8. */
    HIGH;

    private static final double MEDIUM_FROM = 0.2;
    private static final double HIGH_FROM = 0.8;

    static Risk of(Ranking ranking) {
        double malicious = ranking.share(Disposition.MALICIOUS);
        if (malicious >= HIGH_FROM) {
            return HIGH;
        }
        return malicious >= MEDIUM_FROM || ranking.disposition() != Disposition.BENIGN ? MEDIUM : LOW;
    }

    /** The word in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
