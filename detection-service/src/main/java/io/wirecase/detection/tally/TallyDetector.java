package io.wirecase.detection.tally;

import io.wirecase.core.flow.Flow;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.behaviour.SubjectDetector;
import java.time.Duration;
import java.util.List;

/**
 * A rule as a detector. It may be among those whose subjects are the originators or among those whose subjects are not:
 * the catalog decides by what its rule's digests name.
 */
public final class TallyDetector implements SubjectDetector<Addition, TallyState> {

    private final TallyRule rule;

    /** A detector of a rule. */
    public TallyDetector(TallyRule rule) {
        this.rule = rule;
    }

    @Override
    public String kind() {
        return rule.plan().kind();
    }

    @Override
    public List<String> codes() {
        return rule.codes();
    }

    @Override
    public Duration bucket() {
        return rule.plan().bucket();
    }

    @Override
    public List<Digest<Addition>> read(Flow flow) {
        return flow.ending().last() ? rule.read(flow) : List.of();
    }

    @Override
    public TallyState fresh() {
        return new TallyState(rule.plan().shape());
    }

    @Override
    public TallyState stored(byte[] bytes) {
        return TallyState.of(rule.plan().shape(), bytes);
    }

    @Override
    public boolean plausible(TallyState state) {
        return rule.plausible(state);
    }

    @Override
    public BehaviourReading read(BehaviourKey key, TallyState state) {
        return rule.judge(key, state).reading(state);
    }
}
