package io.wirecase.report.assessment;

/** Words for a probability, as in Intelligence Community Directive 203; never used for confidence. */
public enum Likelihood {
    ALMOST_NO_CHANCE(0.05, "almost no chance"),
    VERY_UNLIKELY(0.20, "very unlikely"),
    UNLIKELY(0.45, "unlikely"),
    ROUGHLY_EVEN(0.55, "a roughly even chance"),
    LIKELY(0.80, "likely"),
    VERY_LIKELY(0.95, "very likely"),
    ALMOST_CERTAIN(1.0, "almost certain");

    private final double below;
    private final String word;

    Likelihood(double below, String word) {
        this.below = below;
        this.word = word;
    }

    /** The word of a probability, 0 to 1. */
    public static Likelihood of(double probability) {
        for (Likelihood likelihood : values()) {
            if (probability < likelihood.below) {
                return likelihood;
            }
        }
        return ALMOST_CERTAIN;
    }

    /** The words in reports. */
    public String word() {
        return word;
    }
}
