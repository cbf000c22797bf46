package io.wirecase.detection.access;

import java.time.Duration;

/**
 * When access is more than ordinary use.
 *
 * @param guessing logins tried again and again
 * @param spreadHosts internal hosts that one host administers within an hour
 * @param retry targets tried again and again in vain
 * @param exfiltration data that leaves
 */
public record AccessLimits(Guessing guessing, int spreadHosts, int retry, Exfiltration exfiltration) {

    /** Starting values; docs/risks.md gives the reasons. */
    public static final AccessLimits DEFAULT = new AccessLimits(
            new Guessing(Duration.ofMinutes(10), 20, 30, 100, 5), 6, 20, new Exfiltration(20_000_000, 0.7, 0.995, 2));

    /**
     * Of guessing.
     *
     * @param within the time they must fall into
     * @param refused logins that were refused, where that can be read
     * @param brief connections as short as a refused login, where it cannot
     * @param fromMany both together from several clients
     * @param clients how many clients that takes, each with as many tries on average
     */
    public record Guessing(Duration within, int refused, int brief, int fromMany, int clients) {}

    /**
     * Of data that leaves.
     *
     * @param bytes payload sent to one entity within an hour
     * @param symmetry how much more than was received: (sent - received) / (sent + received)
     * @param quantile which quantile of the host's other hours and entities it must exceed
     * @param hosts how many hosts of the site may know the entity
     */
    public record Exfiltration(long bytes, double symmetry, double quantile, int hosts) {}
}
