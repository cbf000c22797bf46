package io.wirecase.detection.rare;

import java.time.Duration;

/**
 * When a destination is new and rare, and when enough was seen to say so.
 *
 * @param learning how long a host must have been seen before anything is new to it
 * @param days on how many different days (UTC) before
 * @param hosts how many hosts of the site may talk to a rare destination
 * @param siteHosts how many hosts of the site must have been seen talking to somebody
 * @param siteDestinations how many destinations they must have talked to together
 * @param newcomers how many other destinations may be new to the host within the week before, its first day left out,
 *     and the hour after
 */
public record RareLimits(Duration learning, int days, int hosts, int siteHosts, int siteDestinations, int newcomers) {

    /** Starting values; docs/risks.md gives the reasons. */
    public static final RareLimits DEFAULT = new RareLimits(Duration.ofDays(3), 3, 2, 5, 20, 1);
}
