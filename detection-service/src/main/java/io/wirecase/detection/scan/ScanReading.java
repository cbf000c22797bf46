package io.wirecase.detection.scan;

import io.wirecase.core.measure.ScanStatistics.Summary;
import java.time.Duration;

/**
 * What a state's contacts amount to.
 *
 * @param scan whether they make a scan
 * @param contacts the contacts of the scan, or all where they make none
 * @param logLikelihoodRatio the random walk's peak; 0 where flags no TCP sends decided
 * @param probes how the targets were probed
 * @param attempts flows of these contacts
 * @param packets packets of these flows
 * @param lastNanos capture time of the last of these flows' starts
 * @param scale distinct targets by contacts counted here: above 1 they are a sample
 */
public record ScanReading(
        boolean scan,
        Summary contacts,
        double logLikelihoodRatio,
        Probes probes,
        long attempts,
        long packets,
        long lastNanos,
        long scale) {

    /** The code of the alert: slow where no five minutes held enough to be seen by a rule of minutes. */
    public String code(ScanSettings settings) {
        boolean slow = scan && logLikelihoodRatio > 0 && pace().most(MINUTES) < settings.minWalkPairs();
        return slow ? SLOW : contacts.shape().code();
    }

    /** The code of a scan that takes its time. */
    public static final String SLOW = "slow_scan";

    /** The window of the field's rules of minutes. */
    static final Duration MINUTES = Duration.ofMinutes(5);

    /** How fast it went. */
    Pace pace() {
        return new Pace(contacts, scale);
    }

    /** The same, not held to be a scan. */
    public ScanReading withheld() {
        return new ScanReading(false, contacts, logLikelihoodRatio, probes, attempts, packets, lastNanos, scale);
    }

    /** How most targets were probed, or those that tell. */
    public ScanTechnique technique() {
        return probes.technique();
    }

    /** Distinct targets, estimated where the contacts are a sample. */
    public int distinctPairs() {
        return (int) Math.min(Integer.MAX_VALUE, contacts.pairs() * scale);
    }
}
