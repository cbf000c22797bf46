package io.wirecase.core.suppression;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.flow.Flow;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** What the alerts that a rule covers have in common: where tripwires can be set. Takes alerts in the order of time. */
public final class Usual {

    private static final int MOST_ENDS = 10_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Rhythm rhythm = new Rhythm(MOST_ENDS);
    private final Set<String> outcomes = new TreeSet<>();
    private final Set<String> peers = new TreeSet<>();
    private OptionalLong mostBytes = OptionalLong.empty();
    private OptionalDouble shortest = OptionalDouble.empty();
    private OptionalDouble longest = OptionalDouble.empty();

    /** Takes an alert that the rule covers. */
    public void add(Alert alert) {
        Scene scene = Scene.of(alert);
        for (Flow flow : scene.flows()) {
            mostBytes = OptionalLong.of(Math.max(mostBytes.orElse(0), TripwireCheck.payload(flow)));
            Outcomes.of(flow).stream()
                    .filter(outcome -> outcomes.size() <= Tripwires.MAX_OUTCOMES)
                    .forEach(outcomes::add);
            if (peers.size() <= Tripwires.MAX_PEERS) {
                peers.add(scene.peer(flow));
            }
        }
        if (alert.evidence().flow() == null) {
            scene.period().ifPresent(this::period);
        } else {
            String ends = TripwireCheck.ends(scene, scene.flows().getFirst());
            rhythm.gapNanos(ends, alert.id(), alert.eventNanos()).ifPresent(gap -> period(gap / NANOS_PER_SECOND));
        }
    }

    /** The most payload of any flow, both directions together. */
    public OptionalLong mostBytes() {
        return mostBytes;
    }

    /** The outcomes seen; one more than a rule can list when there are too many. */
    public Set<String> outcomes() {
        return outcomes;
    }

    /** The peers seen; one more than a rule can list when there are too many. */
    public Set<String> peers() {
        return peers;
    }

    /** The shortest time between two exchanges of the same ends, in seconds. */
    public OptionalDouble shortest() {
        return shortest;
    }

    /** The longest. */
    public OptionalDouble longest() {
        return longest;
    }

    private void period(double seconds) {
        shortest = OptionalDouble.of(Math.min(shortest.orElse(seconds), seconds));
        longest = OptionalDouble.of(Math.max(longest.orElse(seconds), seconds));
    }
}
