package io.wirecase.report.assessment;

import io.wirecase.core.wire.Accounts;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Losses;
import java.util.List;
import java.util.Objects;

/**
 * Whether captures show so little missing that what was measured in them stands for what was on the wire. Beyond these
 * limits no confidence is high: a size, an outcome or an interval may be the sensor's.
 */
final class Soundness {

    /** Connections that began before a capture or end after it are incomplete too; few of them spoil nothing. */
    static final double CONNECTIONS = 0.05;

    /** Snap lengths cut nearly every long packet; a stray cut one spoils nothing. */
    static final double PACKETS = 0.05;

    /** Recorders lose some packets in bursts without an effect on medians. */
    static final double DROPPED = 0.01;

    /** Packets of several interfaces are written out of order by less; a clock that is set moves by more. */
    static final long STEP_NANOS = 1_000_000_000L;

    private Soundness() {}

    /** Whether all captures are within the limits; one without accounts says nothing against. */
    static boolean sound(List<CaptureState> captures) {
        return captures.stream()
                .map(CaptureState::accounts)
                .filter(Objects::nonNull)
                .allMatch(Soundness::sound);
    }

    private static boolean sound(Accounts accounts) {
        Losses losses = accounts.losses();
        Long dropped = accounts.dropped();
        boolean held = accounts.truncated() <= PACKETS * accounts.packets()
                && (dropped == null || dropped <= DROPPED * (accounts.packets() + dropped));
        return held
                && (losses == null
                        || losses.oneSided() + losses.incomplete() <= CONNECTIONS * losses.connections()
                                && losses.farthestStepNanos() < STEP_NANOS);
    }
}
