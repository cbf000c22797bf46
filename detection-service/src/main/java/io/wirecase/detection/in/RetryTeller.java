package io.wirecase.detection.in;

import io.wirecase.core.flow.Flow;
import io.wirecase.detection.access.RefusedRetry;
import io.wirecase.detection.access.RefusedRetry.Latest;
import io.wirecase.detection.access.RefusedRetry.Told;
import io.wirecase.detection.scan.ScanState.Attempts;
import java.util.Optional;

/** Tells the detector of retries what the scan state knows of targets that were tried often. */
final class RetryTeller {

    private final RefusedRetry detector;
    private final KindFold<Told, Latest> fold;

    RetryTeller(RefusedRetry detector, KindFold<Told, Latest> fold) {
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
        boolean often = after.isPresent() && after.get().attempts() >= detector.told();
        // Also when it was answered at last: what was said is taken back.
        boolean inVain = often
                && (after.get().failed()
                        || before.isPresent()
                                && before.get().failed()
                                && before.get().attempts() >= detector.told());
        if (inVain) {
            detector.digests(flow, after.get()).forEach(digest -> fold.keep(digest, flow));
        }
    }
}
