package io.wirecase.capture.run;

import io.wirecase.capture.store.CaptureStore;
import io.wirecase.capture.store.StoredCapture;
import io.wirecase.core.wire.CaptureState;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The captures of this service: taking them in and telling how far they are. Thread-safe. */
public final class Captures {

    private final CaptureStore store;
    private final CaptureBoard board;
    private final Consumer<UUID> queue;

    /**
     * The captures of a store.
     *
     * @param board where their states are noted
     * @param queue takes the ids of those that are to be read
     */
    public Captures(CaptureStore store, CaptureBoard board, Consumer<UUID> queue) {
        this.store = store;
        this.board = board;
        this.queue = queue;
    }

    /** What became of a capture that was sent. */
    public sealed interface Receipt {}

    /**
     * It is kept and will be read.
     *
     * @param state how far it is
     * @param fresh whether it, or this revision of it, is new
     */
    public record Accepted(CaptureState state, boolean fresh) implements Receipt {}

    /**
     * It is not kept.
     *
     * @param kind why
     * @param reason why this time, as a phrase for people
     */
    public record Refused(Refusal kind, String reason) implements Receipt {}

    /** Why a capture is not kept. */
    public enum Refusal {
        NO_CAPTURE,
        DISK_FULL,
        CUT
    }

    /** Puts every kept capture on the board and in the queue, as a service does when it starts. */
    public void resume() {
        for (StoredCapture capture : store.all()) {
            board.note(capture.accepted());
            queue.accept(capture.id());
        }
    }

    /**
     * Takes in a capture.
     *
     * @param body its bytes, read to their end
     * @param name the file name given with it
     * @param site its site, or null when the capture is its own site
     * @param again whether to read it again when it is known
     * @throws IOException when the disk fails
     */
    public Receipt receive(InputStream body, String name, @Nullable String site, boolean again) throws IOException {
        return switch (store.receive(body, name, site)) {
            case CaptureStore.NoCapture(String reason) -> new Refused(Refusal.NO_CAPTURE, reason);
            case CaptureStore.NoSpace(String reason) -> new Refused(Refusal.DISK_FULL, reason);
            case CaptureStore.Cut(String reason) -> new Refused(Refusal.CUT, reason);
            case CaptureStore.Kept(StoredCapture capture, boolean known) -> accept(capture, known, again);
        };
    }

    /** How far a capture is, or empty when it is not known. */
    public Optional<CaptureState> find(UUID id) {
        return board.find(id);
    }

    /** How far every capture is, by name. */
    public List<CaptureState> all() {
        return board.all();
    }

    private Accepted accept(StoredCapture capture, boolean kept, boolean again) throws IOException {
        Optional<CaptureState> before = board.find(capture.id());
        boolean known = kept || before.isPresent();
        if (known && !again) {
            CaptureState state = before.orElseGet(capture::accepted);
            if (!kept) {
                queue.accept(capture.id());
            }
            return new Accepted(state, false);
        }
        StoredCapture asked = capture;
        if (known) {
            int latest = Math.max(
                    capture.revision(), before.map(CaptureState::revision).orElse(1));
            asked = store.raise(capture.id(), latest + 1);
        }
        board.note(asked.accepted());
        queue.accept(asked.id());
        return new Accepted(asked.accepted(), true);
    }
}
