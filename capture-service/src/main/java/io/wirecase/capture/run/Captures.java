package io.wirecase.capture.run;

import io.wirecase.capture.store.CaptureStore;
import io.wirecase.capture.store.Deletion;
import io.wirecase.capture.store.PacketArchive;
import io.wirecase.capture.store.StoredCapture;
import io.wirecase.core.wire.CaptureState;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The captures of this service: taking them in and telling how far they are. Thread-safe. */
public final class Captures {

    private final CaptureStore store;
    private final CaptureBoard board;
    private final PacketArchive archive;
    private final Consumer<UUID> queue;
    private final Predicate<CaptureState> elsewhere;

    /**
     * The captures of a store.
     *
     * @param archive what is kept of live captures
     * @param board where their states are noted
     * @param queue takes the ids of those that readers are to be told something of
     * @param elsewhere whether another instance keeps a capture
     */
    public Captures(
            CaptureStore store,
            PacketArchive archive,
            CaptureBoard board,
            Consumer<UUID> queue,
            Predicate<CaptureState> elsewhere) {
        this.store = store;
        this.archive = archive;
        this.board = board;
        this.queue = queue;
        this.elsewhere = elsewhere;
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

    /** What became of deleting a capture. */
    public sealed interface Removal {}

    /**
     * It is deleted; what others derived from it goes as they learn of it.
     *
     * @param before its state before
     */
    public record Removed(CaptureState before) implements Removal {}

    /** It was deleted before. */
    public record RemovedBefore() implements Removal {}

    /** It is not known. */
    public record NotKnown() implements Removal {}

    /** It is being listened to, so that it has no end yet. */
    public record Listening() implements Removal {}

    /** Puts every kept capture on the board and in the queue, as a service does when it starts. */
    public void resume() {
        store.deletions().forEach(deletion -> {
            board.note(deletion.state());
            queue.accept(deletion.id());
        });
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
        return receive(new Sending(body, CaptureStore.UNKNOWN), name, site, again);
    }

    /**
     * What is being sent.
     *
     * @param body its bytes
     * @param announced how many the sender announces, or {@link CaptureStore#UNKNOWN}
     */
    public record Sending(InputStream body, long announced) {}

    /** Takes in a capture that may announce its size; one that does not fit is then refused before it is read. */
    public Receipt receive(Sending sending, String name, @Nullable String site, boolean again) throws IOException {
        return switch (store.receive(sending.body(), name, site, sending.announced())) {
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

    /**
     * Deletes a capture and tells readers, so that what they derived from it goes too. Doing so again changes nothing.
     *
     * @throws IOException when the disk fails; deleting again goes on
     */
    public Removal delete(UUID id) throws IOException {
        Optional<StoredCapture> stored = store.find(id);
        Optional<CaptureState> state = board.find(id);
        if (stored.isEmpty() && state.isEmpty()) {
            return new NotKnown();
        }
        if (stored.isEmpty() && state.get().state() == CaptureState.State.DELETED) {
            return new RemovedBefore();
        }
        CaptureState before = state.orElseGet(() -> stored.orElseThrow().accepted());
        boolean live = !before.sensor().equals(StoredCapture.SENSOR);
        if (live && before.state() == CaptureState.State.READING) {
            return new Listening();
        }
        int revision =
                Math.max(before.revision(), stored.map(StoredCapture::revision).orElse(1));
        Deletion deletion = new Deletion(id, revision, before.site(), before.sensor(), before.sha256());
        store.delete(deletion);
        if (live) {
            archive.delete(id);
        }
        board.note(deletion.state());
        queue.accept(id);
        return new Removed(before);
    }

    private Accepted accept(StoredCapture capture, boolean kept, boolean again) throws IOException {
        Optional<CaptureState> before = board.find(capture.id());
        boolean deleted =
                before.filter(s -> s.state() == CaptureState.State.DELETED).isPresent();
        boolean known = !deleted && (kept || before.isPresent());
        if (known && !again) {
            CaptureState state = before.orElseGet(capture::accepted);
            if (!kept && elsewhere.test(state)) {
                store.drop(capture.id());
            } else {
                // Its packets may be back: then that is to be told.
                queue.accept(capture.id());
            }
            return new Accepted(state, false);
        }
        StoredCapture asked = capture;
        if (known || deleted) {
            int latest = Math.max(
                    deleted ? 0 : capture.revision(),
                    before.map(CaptureState::revision).orElse(1));
            asked = store.raise(capture.id(), latest + 1);
        }
        board.note(asked.accepted());
        queue.accept(asked.id());
        return new Accepted(asked.accepted(), true);
    }
}
