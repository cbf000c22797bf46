package io.wirecase.detection.in;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.core.wire.FlowBlock;
import io.wirecase.detection.access.Exfiltration;
import io.wirecase.detection.access.RefusedRetry;
import io.wirecase.detection.access.RefusedRetry.Latest;
import io.wirecase.detection.behaviour.BehaviourDetector;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.rare.Acquaintances;
import io.wirecase.detection.rare.Told;
import io.wirecase.detection.store.BehaviourStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All detectors of behaviour over one partition: flows are read one by one, state is touched once a block. */
final class BehaviourFold {

    /** What a flow that tells nothing leaves to do. */
    static final Runnable NOTHING = () -> {};

    private final BehaviourStore store;
    private final Map<String, KindFold<?, ?>> kinds = new LinkedHashMap<>();
    private final @Nullable RetryTeller retries;

    /** @param rarity whom to tell of what is judged by how many hosts of a site know it, or null where nobody asks */
    BehaviourFold(
            List<BehaviourDetector<?, ?>> detectors,
            BehaviourStore store,
            @Nullable KindGather<Told, Acquaintances> rarity) {
        this.store = store;
        RetryTeller teller = null;
        for (BehaviourDetector<?, ?> detector : detectors) {
            if (detector instanceof RefusedRetry retry) {
                KindFold<RefusedRetry.Told, Latest> fold = new KindFold<>(retry, store);
                kinds.put(detector.kind(), fold);
                teller = new RetryTeller(retry, fold);
            } else if (detector instanceof Exfiltration exfiltration && rarity != null) {
                UploadJudge judge = new UploadJudge(exfiltration, rarity);
                kinds.put(detector.kind(), new KindFold<>(exfiltration, store, judge));
            } else {
                kinds.put(detector.kind(), new KindFold<>(detector, store));
            }
        }
        retries = teller;
    }

    /** Whom to tell of targets that were tried often, or null where nobody asks. */
    @Nullable
    RetryTeller retries() {
        return retries;
    }

    /** Forgets what a block that failed left behind. */
    void clear() {
        kinds.values().forEach(KindFold::clear);
    }

    /** Lets every detector read a flow; what keeps the digests goes to a list, to be run when nothing else failed. */
    void read(Flow flow, List<Runnable> keep) {
        for (KindFold<?, ?> kind : kinds.values()) {
            Runnable one = kind.read(flow);
            if (one != NOTHING) {
                keep.add(one);
            }
        }
    }

    /** Folds what was read since. */
    void fold(FlowBlock block, Sent sent, long arrivalMillis) {
        kinds.values().forEach(kind -> kind.fold(block, sent, arrivalMillis));
    }

    /** Sends the final counts of every alert whose last digests came from a capture that has ended. */
    void settle(EndMarker marker, Sent sent, long arrivalMillis) {
        for (BehaviourKey key : store.owed(marker.captureId(), marker.revision())) {
            KindFold<?, ?> kind = kinds.get(key.kind());
            if (kind != null) {
                kind.settle(key, sent, arrivalMillis);
            }
        }
    }
}
