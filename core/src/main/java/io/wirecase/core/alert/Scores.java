package io.wirecase.core.alert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The one way a score is made: the points of distinct findings, added. */
public final class Scores {

    /** The most a score can be: the client's and the server's halves are capped at 250 each. */
    public static final int MAX = 500;

    private Scores() {}

    /** The sum of the points of distinct codes (the highest where a code repeats), capped at {@link #MAX}. */
    public static int total(List<Finding> findings) {
        Map<String, Integer> byCode = new HashMap<>();
        for (Finding finding : findings) {
            byCode.merge(finding.code(), finding.points(), Math::max);
        }
        return Math.min(
                MAX, byCode.values().stream().mapToInt(Integer::intValue).sum());
    }
}
