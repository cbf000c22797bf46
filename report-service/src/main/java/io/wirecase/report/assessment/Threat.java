package io.wirecase.report.assessment;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.NoneOfThese;
import io.wirecase.report.hypothesis.Ranking;

/**
 * A number for a gauge, 1 to 99. A pattern's is what its malicious explanations have together plus half of what none
 * of those known has, in percent, kept inside the band of its disposition so that needle and word never disagree:
 * benign below {@link #SUSPICIOUS_FROM}, malicious from {@link #MALICIOUS_FROM}. Confidence takes no part in it. That
 * of a case is the highest of its patterns: many harmless patterns do not add up to a threat.
 */
public final class Threat {

    /** Where suspicious begins: as {@link Risk} does for medium. */
    public static final int SUSPICIOUS_FROM = 20;

    /** Where malicious begins: as {@link Ranking#DECIDED} says. */
    public static final int MALICIOUS_FROM = 80;

    /** The rule, as claims state it. */
    static final String RULE =
            "100 * (malicious together + none of these / 2), benign at most 19, suspicious 20 to 79, malicious from 80";

    /** The rule for everything, as claims state it. */
    static final String OVERALL_RULE = "highest threat score of any pattern";

    private Threat() {}

    /** The score of one pattern. */
    static int of(Ranking ranking) {
        double none = ranking.ranked().stream()
                .filter(r -> r.hypothesis().id().equals(NoneOfThese.ID))
                .mapToDouble(r -> r.share())
                .sum();
        long score = Math.round(100 * (ranking.share(Disposition.MALICIOUS) + none / 2));
        return switch (ranking.disposition()) {
            case BENIGN -> Math.clamp(score, 1, SUSPICIOUS_FROM - 1);
            case SUSPICIOUS -> Math.clamp(score, SUSPICIOUS_FROM, MALICIOUS_FROM - 1);
            case MALICIOUS -> Math.clamp(score, MALICIOUS_FROM, 99);
        };
    }
}
