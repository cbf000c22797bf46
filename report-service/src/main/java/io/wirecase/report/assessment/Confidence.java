package io.wirecase.report.assessment;

import io.wirecase.report.hypothesis.NoneOfThese;
import io.wirecase.report.hypothesis.Ranking;
import io.wirecase.report.measurement.Measurement;

/**
 * How much an assessment rests on; says nothing about how likely it is.
 *
 * <p>High: evidence from {@link #HIGH_GROUPS} groups or more, odds of {@link #HIGH_ODDS} or more against the runner-up,
 * no single piece of evidence whose loss changes leader or disposition, {@link #HIGH_EPISODES} episodes or more,
 * everything the captures hold was measured, and they show little that they do not hold ({@link Soundness}). Moderate:
 * {@link #MODERATE_GROUPS} groups and odds of
 * {@link #MODERATE_ODDS}. Low: otherwise, or when none of the explanations known has more than {@link #NONE_SHARE}, or
 * when the store does not hold everything.
 */
public enum Confidence {
    LOW,
    MODERATE,
    HIGH;

    public static final int HIGH_GROUPS = 4;
    public static final int MODERATE_GROUPS = 3;
    public static final double HIGH_ODDS = 9;
    public static final double MODERATE_ODDS = 3;
    public static final int HIGH_EPISODES = 12;
    public static final double NONE_SHARE = 0.2;

    /**
     * The confidence in a ranking.
     *
     * @param complete whether the store holds everything in scope
     * @param sound whether the captures show little that they do not hold
     */
    static Confidence of(Ranking ranking, Measurement measured, boolean complete, boolean sound) {
        double none = ranking.ranked().stream()
                .filter(r -> r.hypothesis().id().equals(NoneOfThese.ID))
                .mapToDouble(r -> r.share())
                .sum();
        int groups = ranking.groups().size();
        double odds = odds(ranking);
        if (!complete || none > NONE_SHARE || groups < MODERATE_GROUPS || odds < MODERATE_ODDS) {
            return LOW;
        }
        boolean high = sound
                && groups >= HIGH_GROUPS
                && odds >= HIGH_ODDS
                && !ranking.fragile()
                && measured.timing().episodes() >= HIGH_EPISODES
                && measured.flowsTotal() == measured.flows().size();
        return high ? HIGH : MODERATE;
    }

    /** The posterior odds of leader against runner-up. */
    static double odds(Ranking ranking) {
        return ranking.leader().share() / Math.max(ranking.runnerUp().share(), 1e-9);
    }

    /** The word in reports. */
    public String word() {
        return switch (this) {
            case HIGH -> "High";
            case MODERATE -> "Moderate";
            case LOW -> "Low";
        };
    }
}
