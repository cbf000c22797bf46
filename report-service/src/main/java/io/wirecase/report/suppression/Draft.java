package io.wirecase.report.suppression;

import io.wirecase.core.suppression.Suppression;
import io.wirecase.core.suppression.Tripwires;
import org.jspecify.annotations.Nullable;

/**
 * A rule as somebody asked for it. A tripwire may be asked for without its value: then it is set where the stored
 * alerts that the rule covers are.
 *
 * @param match what it covers
 * @param reason why
 * @param owner who answers for it
 * @param expires when it ends, RFC 3339 in UTC, or null
 * @param tripwires those with values, or null without any
 * @param toLearn those without
 */
public record Draft(
        Suppression.Match match,
        String reason,
        String owner,
        @Nullable String expires,
        @Nullable Tripwires tripwires,
        ToLearn toLearn) {

    /**
     * Tripwires that are to be set where the stored alerts are.
     *
     * @param factor the size beyond the largest that was seen, as a factor, or null
     * @param status the outcomes that were seen
     * @param period the times between exchanges that were seen
     * @param peers the peers that were seen
     */
    public record ToLearn(@Nullable Double factor, boolean status, boolean period, boolean peers) {

        /** Nothing is to be learnt. */
        public static final ToLearn NOTHING = new ToLearn(null, false, false, false);

        /** Whether stored alerts must be looked at. */
        public boolean any() {
            return factor != null || status || period || peers;
        }
    }

    /** Whether the rule has no bounds: it would hide every alert there is. */
    public boolean coversEverything() {
        return everywhere(match.source())
                && everywhere(match.destination())
                && match.name() == null
                && match.application() == null
                && match.port() == null
                && match.code() == null
                && match.site() == null
                && match.sensor() == null;
    }

    private static boolean everywhere(@Nullable String network) {
        return network == null || network.endsWith("/0");
    }
}
