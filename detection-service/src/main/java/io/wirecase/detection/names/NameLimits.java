package io.wirecase.detection.names;

import java.time.Duration;

/**
 * When lookups are more than lookups.
 *
 * @param generatedDomains registered domains that look computed and do not exist, asked for within a day
 * @param generatedShare their least share of all that do not exist
 * @param c2Names names below one domain that never repeat, asked for records that hold text or data
 * @param c2Different the least share of different ones
 * @param c2Span the time they must be spread over: a mail server's burst is shorter
 */
public record NameLimits(
        int generatedDomains, double generatedShare, int c2Names, double c2Different, Duration c2Span) {

    /** Starting values; docs/risks.md gives the reasons. */
    public static final NameLimits DEFAULT = new NameLimits(15, 0.5, 30, 0.9, Duration.ofMinutes(10));
}
