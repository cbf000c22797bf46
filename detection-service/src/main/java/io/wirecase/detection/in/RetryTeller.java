package io.wirecase.detection.in;

import io.wirecase.core.flow.Flow;
import io.wirecase.detection.access.RefusedRetry;
import io.wirecase.detection.access.RefusedRetry.Latest;
import io.wirecase.detection.scan.ScanState.Attempts;
import java.util.Optional;

/** Tells the detector of retries what the scan state knows of targets that were tried often. */
final class RetryTeller {

    private final RefusedRetry detector;
    private final KindFold<Attempts, Latest> fold;

    RetryTeller(RefusedRetry detector, KindFold<Attempts, Latest> fold) {
        this.detector = detector;
        this.fold = fold;
    }

    /**
     * Tells of a target that was tried once more.
     *
     * @param before what was known of it before
     * @param after what is known now
     */
    void tell(Flow flow, Optional<Attempts> before, Optional<Attempts> after) {
        boolean often = after.isPresent() && after.get().attempts() >= detector.least();
        // Also when it was answered at last: what was said is taken back.
        boolean inVain = often
                && (after.get().failed()
                        || before.isPresent()
                                && before.get().failed()
                                && before.get().attempts() >= detector.least());
        if (inVain) {
            fold.keep(detector.digest(flow, after.get()), flow);
        }
    }
}
