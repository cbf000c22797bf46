package io.wirecase.detection.scan;

import io.wirecase.core.measure.ScanStatistics.Summary;

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
 * @param mostAtOnce the most targets tried within five minutes, of those counted
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
        int mostAtOnce,
        long scale) {

    /** The code of the alert: slow where no five minutes held enough to be seen by a rule of minutes. */
    public String code(ScanSettings settings) {
        boolean slow = scan && logLikelihoodRatio > 0 && mostAtOnce * scale < settings.minWalkPairs();
        return slow ? SLOW : contacts.shape().code();
    }

    /** The code of a scan that takes its time. */
    public static final String SLOW = "slow_scan";

    /** How most targets were probed, or those that tell. */
    public ScanTechnique technique() {
        return probes.technique();
    }

    /** Distinct targets, estimated where the contacts are a sample. */
    public int distinctPairs() {
        return (int) Math.min(Integer.MAX_VALUE, contacts.pairs() * scale);
    }
}
