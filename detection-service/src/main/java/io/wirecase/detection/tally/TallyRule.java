package io.wirecase.detection.tally;

import io.wirecase.core.flow.Flow;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.Digest;
import java.util.List;

/** What to count and what it amounts to. Pure and thread-safe; see {@link TallyDetector}. */
public interface TallyRule {

    /** What it is called and what it counts by. */
    TallyPlan plan();

    /** The codes it may raise that no other rule does. */
    default List<String> codes() {
        return List.of(plan().kind());
    }

    /** What a flow tells; empty for nearly all flows, and for parts of a flow that goes on. */
    List<Digest<Addition>> read(Flow flow);

    /** Whether a tally could hold at all: cheap, and no for nearly all. */
    boolean plausible(TallyState tally);

    /** What a tally amounts to, holding or not. */
    Verdict judge(BehaviourKey key, TallyState tally);
}
