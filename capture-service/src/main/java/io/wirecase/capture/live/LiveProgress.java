package io.wirecase.capture.live;

import io.wirecase.core.wire.Accounts;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a live run does, told by its thread and read by others. Thread-safe. */
public final class LiveProgress {

    private final List<UUID> captures = new ArrayList<>();
    private SensorState.State state = SensorState.State.STARTING;
    private @Nullable String failure;
    private @Nullable Accounts accounts;
    private Drops drops = Drops.NONE;
    private long unrecorded;

    /** Nothing yet. */
    public LiveProgress() {}

    synchronized void begins(UUID capture) {
        captures.add(capture);
        state = SensorState.State.LISTENING;
    }

    synchronized void reached(Accounts now, Drops lost, long notKept) {
        accounts = now;
        drops = lost;
        unrecorded = notKept;
    }

    /** Says that it ended. @param reason why, or null when it was asked to */
    synchronized void ended(@Nullable String reason) {
        state = SensorState.State.ENDED;
        failure = reason;
    }

    synchronized SensorState.State state() {
        return state;
    }

    synchronized @Nullable String failure() {
        return failure;
    }

    synchronized List<UUID> captures() {
        return List.copyOf(captures);
    }

    synchronized @Nullable Accounts accounts() {
        return accounts;
    }

    synchronized Drops drops() {
        return drops;
    }

    synchronized long unrecorded() {
        return unrecorded;
    }
}
