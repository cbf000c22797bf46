package io.wirecase.detection.in;

import io.wirecase.core.flow.Flow;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.behaviour.DigestBlock;
import io.wirecase.detection.behaviour.DigestBlock.SubjectDigest;
import io.wirecase.detection.behaviour.Examples;
import io.wirecase.detection.behaviour.JoinedState;
import io.wirecase.detection.behaviour.SubjectDetector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Folds the digests of one detector, whose subjects are kept elsewhere, block by block. */
final class KindGather<D, S extends JoinedState<D, S>> {

    private final SubjectDetector<D, S> detector;
    private final Map<BehaviourKey, Half<S>> halves = new LinkedHashMap<>();

    KindGather(SubjectDetector<D, S> detector) {
        this.detector = detector;
    }

    /** Half a state and the flows to show. */
    private record Half<S>(S state, Examples examples) {}

    /** What a flow tells, to be kept once all detectors have read it; does nothing where it tells nothing. */
    Runnable read(Flow flow) {
        List<Digest<D>> digests = detector.read(flow);
        return digests.isEmpty() ? BehaviourFold.NOTHING : () -> digests.forEach(digest -> keep(digest, flow));
    }

    /** Folds a digest of a flow into the half of its subject. */
    void keep(Digest<D> digest, Flow flow) {
        BehaviourKey key = BehaviourKey.of(flow.origin(), detector.kind(), digest, detector.bucket());
        keep(key, digest.value(), digest.example() ? List.of(flow) : List.of());
    }

    /** Folds a digest into the half of a subject. */
    void keep(BehaviourKey key, D value, List<Flow> shown) {
        Half<S> half = halves.computeIfAbsent(key, any -> new Half<>(detector.fresh(), new Examples()));
        half.state().add(value);
        half.examples().addAll(shown);
    }

    /** Forgets what was read and not handed on. */
    void clear() {
        halves.clear();
    }

    /** Hands on what was read since. */
    void flush(Consumer<SubjectDigest> to) {
        halves.forEach((key, half) -> to.accept(new SubjectDigest(
                key,
                half.state().bytes(),
                half.examples().flows().stream().map(DigestBlock::outline).toList())));
        halves.clear();
    }
}
