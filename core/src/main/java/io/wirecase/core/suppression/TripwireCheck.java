package io.wirecase.core.suppression;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Suppressed.Moved;
import io.wirecase.core.net.UntrustedText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Which tripwires of a rule an alert that it covers moves. */
final class TripwireCheck {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final char SEPARATOR = '\u001f';

    private TripwireCheck() {}

    static List<Moved> moved(Suppression rule, Scene scene, Rhythm rhythm) {
        Tripwires wires = rule.tripwires();
        if (wires == null) {
            return List.of();
        }
        List<Moved> moved = new ArrayList<>();
        if (wires.size() != null) {
            size(wires.size(), scene).ifPresent(moved::add);
        }
        if (wires.status() != null) {
            status(wires.status(), scene).ifPresent(moved::add);
        }
        if (wires.period() != null) {
            period(rule, wires.period(), scene, rhythm).ifPresent(moved::add);
        }
        if (wires.peers() != null) {
            peers(wires.peers(), scene).ifPresent(moved::add);
        }
        return moved;
    }

    private static Optional<Moved> size(Tripwires.Size size, Scene scene) {
        return scene.flows().stream()
                .mapToLong(TripwireCheck::payload)
                .filter(bytes -> bytes > size.maxBytes())
                .max()
                .stream()
                .mapToObj(bytes -> moved("size", "at most " + size.maxBytes() + " bytes", bytes + " bytes"))
                .findFirst();
    }

    private static Optional<Moved> status(Tripwires.Status status, Scene scene) {
        return scene.flows().stream()
                .flatMap(flow -> Outcomes.of(flow).stream())
                .filter(outcome -> !status.expected().contains(outcome))
                .findFirst()
                .map(outcome -> moved("status", String.join(", ", status.expected()), outcome));
    }

    private static Optional<Moved> period(Suppression rule, Tripwires.Period period, Scene scene, Rhythm rhythm) {
        boolean behaviour = scene.alert().evidence().flow() == null;
        OptionalDouble seconds = behaviour ? scene.period() : gap(rule, scene, rhythm);
        if (seconds.isEmpty()
                || (seconds.getAsDouble() >= period.minSeconds() && seconds.getAsDouble() <= period.maxSeconds())) {
            return Optional.empty();
        }
        return Optional.of(moved(
                "period",
                number(period.minSeconds()) + " to " + number(period.maxSeconds()) + " s",
                number(seconds.getAsDouble()) + (behaviour ? " s as its period" : " s since the one before")));
    }

    private static Optional<Moved> peers(Tripwires.Peers peers, Scene scene) {
        return scene.flows().stream()
                .map(scene::peer)
                .filter(peer -> !peers.known().contains(peer))
                .findFirst()
                .map(peer -> moved("peers", "one of " + peers.known().size() + " known", peer));
    }

    /** Seconds since the exchange before between the same two ends under the same rule. */
    private static OptionalDouble gap(Suppression rule, Scene scene, Rhythm rhythm) {
        Flow flow = scene.flows().getFirst();
        String ends = rule.id().toString() + SEPARATOR + ends(scene, flow);
        OptionalLong gap =
                rhythm.gapNanos(ends, scene.alert().id(), scene.alert().eventNanos());
        return gap.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(gap.getAsLong() / NANOS_PER_SECOND);
    }

    /** The two ends of a flow, by the name asked for where there is one: addresses behind it may rotate. */
    static String ends(Scene scene, Flow flow) {
        return scene.alert().site() + SEPARATOR + scene.alert().subject().host() + SEPARATOR + scene.peer(flow);
    }

    /** Payload of both directions. */
    static long payload(Flow flow) {
        return flow.traffic().total().payloadBytes();
    }

    private static Moved moved(String tripwire, String expected, String observed) {
        return new Moved(tripwire, expected, new UntrustedText(observed));
    }

    private static String number(double seconds) {
        return BigDecimal.valueOf(seconds)
                .setScale(3, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
