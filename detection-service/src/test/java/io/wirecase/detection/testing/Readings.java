package io.wirecase.detection.testing;

import io.wirecase.core.alert.Measure;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.behaviour.BehaviourDetector;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.behaviour.BehaviourState;
import io.wirecase.detection.behaviour.Digest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a detector of behaviour says of flows, without the engine; state is stored and read again on the way. */
public final class Readings {

    private Readings() {}

    /** The readings that hold. */
    public static <D, S extends BehaviourState<D>> List<BehaviourReading> holding(
            BehaviourDetector<D, S> detector, List<Flow> flows) {
        Map<BehaviourKey, S> states = new LinkedHashMap<>();
        for (Flow flow : flows) {
            for (Digest<D> digest : detector.read(flow)) {
                BehaviourKey key = BehaviourKey.of(flow.origin(), detector.kind(), digest, detector.bucket());
                S before = states.get(key);
                S state = before == null ? detector.fresh() : detector.stored(before.bytes());
                state.add(digest.value());
                states.put(key, state);
            }
        }
        List<BehaviourReading> found = new ArrayList<>();
        states.forEach((key, state) -> {
            BehaviourReading reading = detector.read(key, state);
            if (detector.plausible(state) && reading.holds()) {
                found.add(reading);
            }
        });
        return found;
    }

    /** How many subjects a detector remembers anything of. */
    public static long digests(BehaviourDetector<?, ?> detector, List<Flow> flows) {
        return flows.stream().mapToLong(flow -> detector.read(flow).size()).sum();
    }

    /** The measures by name. */
    public static Map<String, Double> measures(BehaviourReading reading) {
        return reading.behaviour().measures().stream().collect(Collectors.toMap(Measure::name, Measure::value));
    }
}
