package io.wirecase.detection.behaviour;

import io.wirecase.core.flow.Flow;
import java.time.Duration;
import java.util.List;

/**
 * Finds one behaviour: reads digests from flows, and judges what they add up to for a subject. Pure and thread-safe.
 * Around it, state is read and written once for a subject and block of flows, an alert goes out when the reading holds,
 * again when its weight has doubled, and at the end of the capture with the final counts; it is withdrawn there when it
 * does not hold any more.
 *
 * <p>Flows lie in partitions by {@link io.wirecase.core.wire.Partitioning#flowKey}: all flows of an originator are seen
 * together, and all ARP flows of a site. A subject that is neither is not seen whole.
 *
 * @param <D> what is folded
 * @param <S> what is remembered
 */
public interface BehaviourDetector<D, S extends BehaviourState<D>> {

    /** Its name in keys of state and ids of alerts: its main code. */
    String kind();

    /** Every code it may raise; the main one alone unless it says otherwise. */
    default List<String> codes() {
        return List.of(kind());
    }

    /** Length of the event-time buckets it counts in. */
    Duration bucket();

    /** What a flow tells, subject by subject; empty for nearly all flows, and for parts of a flow that goes on. */
    List<Digest<D>> read(Flow flow);

    /** A state before its first digest. */
    S fresh();

    /**
     * Reads a state.
     *
     * @throws IllegalArgumentException for a version this code does not know
     */
    S stored(byte[] bytes);

    /** Whether a state could hold at all: cheap, and no for nearly all. */
    boolean plausible(S state);

    /** What a state amounts to, holding or not. */
    BehaviourReading read(BehaviourKey key, S state);
}
