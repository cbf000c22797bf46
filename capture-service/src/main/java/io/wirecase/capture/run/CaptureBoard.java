package io.wirecase.capture.run;

import io.wirecase.core.wire.CaptureState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The latest state of every capture known here. States may come late or twice; none goes back. Thread-safe. */
public final class CaptureBoard {

    private static final Comparator<CaptureState> LATER = Comparator.comparingInt(CaptureState::revision)
            .thenComparingInt(state -> rank(state.state()))
            .thenComparingDouble(CaptureState::progress);

    private final ConcurrentHashMap<UUID, CaptureState> states = new ConcurrentHashMap<>();

    /** An empty board. */
    public CaptureBoard() {}

    /** Notes a state, unless a later one is known. */
    public void note(CaptureState state) {
        states.merge(state.id(), state, (known, news) -> LATER.compare(known, news) > 0 ? known : news);
    }

    /** The latest state of a capture, or empty. */
    public Optional<CaptureState> find(UUID id) {
        return Optional.ofNullable(states.get(id));
    }

    /** The latest state of every capture that is not deleted, by name and id. */
    public List<CaptureState> all() {
        return states.values().stream()
                .filter(state -> state.state() != CaptureState.State.DELETED)
                .sorted(Comparator.comparing(CaptureState::name).thenComparing(CaptureState::id))
                .toList();
    }

    private static int rank(CaptureState.State state) {
        return switch (state) {
            case ACCEPTED -> 0;
            case READING -> 1;
            case COMPLETED, FAILED -> 2;
            case SUPERSEDED -> 3;
            case DELETED -> 4;
        };
    }
}
