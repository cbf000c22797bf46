package io.wirecase.capture.run;

import io.wirecase.capture.evidence.PacketCutter;
import io.wirecase.capture.evidence.Selection;
import io.wirecase.capture.flow.CaptureIdentity;
import io.wirecase.capture.source.CaptureFile;
import io.wirecase.capture.source.PacketSource;
import io.wirecase.capture.store.CaptureStore;
import io.wirecase.capture.store.PacketArchive;
import io.wirecase.capture.store.StoredCapture;
import io.wirecase.core.wire.CaptureState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/** Finds the packets that a request asks for: in captures that were sent, and in what is kept of live ones. */
public final class Evidence {

    /** Why the packets of a live capture are gone. */
    static final String AGED = "packets of a live sensor are kept for a while, and these are no longer";

    private final CaptureStore store;
    private final PacketArchive archive;
    private final CaptureBoard board;
    private final PacketCutter cutter;
    private final Predicate<CaptureState> elsewhere;

    /**
     * A finder.
     *
     * @param board where captures of other instances are known from
     * @param elsewhere whether another instance keeps a capture
     */
    public Evidence(
            CaptureStore store,
            PacketArchive archive,
            CaptureBoard board,
            PacketCutter cutter,
            Predicate<CaptureState> elsewhere) {
        this.store = store;
        this.archive = archive;
        this.board = board;
        this.cutter = cutter;
        this.elsewhere = elsewhere;
    }

    /** What a request is answered with. */
    public sealed interface Answer {}

    /**
     * The packets.
     *
     * @param capture the capture they are of
     * @param file holds them; the caller deletes it
     * @param cut what was cut
     */
    public record Packets(CaptureState capture, Path file, PacketCutter.Cut cut) implements Answer {}

    /**
     * The whole capture as it was sent.
     *
     * @param packets its file; the caller closes it
     */
    public record Whole(CaptureStore.Hold packets) implements Answer {}

    /** There is no such capture. */
    public record NotKnown() implements Answer {}

    /**
     * The packets were kept and are kept no longer.
     *
     * @param capture the capture
     * @param reason why, as a phrase for people
     */
    public record Gone(CaptureState capture, String reason) implements Answer {}

    /**
     * Another instance keeps them.
     *
     * @param keeper its name
     */
    public record Elsewhere(String keeper) implements Answer {}

    /**
     * Some flows asked for are not in the capture.
     *
     * @param flows their ids
     * @param revision the revision that was looked in
     */
    public record Missing(Set<UUID> flows, int revision) implements Answer {}

    /**
     * They could not be cut.
     *
     * @param why the cutter's result
     */
    public record Refused(PacketCutter.Result why) implements Answer {}

    /**
     * The capture cannot be read.
     *
     * @param reason why, as a phrase for people
     */
    public record Unreadable(String reason) implements Answer {}

    /**
     * Finds packets.
     *
     * @param revision the revision the flows asked for are of, or empty for the present one
     * @throws IOException when the disk fails
     * @throws InterruptedException when the caller should stop
     */
    public Answer packets(UUID id, Selection selection, Optional<Integer> revision)
            throws IOException, InterruptedException {
        Optional<StoredCapture> stored = store.find(id);
        Optional<CaptureState> known = board.find(id);
        if (stored.isEmpty() && known.isEmpty()) {
            return new NotKnown();
        }
        CaptureState state = known.orElseGet(() -> stored.orElseThrow().accepted());
        if (state.state() == CaptureState.State.DELETED) {
            return new Gone(state, "the capture was deleted");
        }
        Optional<CaptureStore.Hold> held = store.hold(id);
        if (held.isPresent()) {
            return ofFile(held.get(), state, selection, revision);
        }
        Optional<String> keeper = keeper(id);
        if (keeper.isPresent()) {
            return new Elsewhere(keeper.get());
        }
        String gone = stored.map(StoredCapture::gone)
                .or(() -> Optional.ofNullable(state.keeping()).map(CaptureState.Keeping::gone))
                .orElse(null);
        if (gone != null) {
            return new Gone(state, gone);
        }
        return state.sensor().equals(StoredCapture.SENSOR) ? new NotKnown() : ofSensor(state, selection);
    }

    /** The instance that keeps a capture's packets, when it is another one. */
    public Optional<String> keeper(UUID id) {
        boolean here = store.find(id).isPresent() || archive.find(id).isPresent();
        return here
                ? Optional.empty()
                : board.find(id).filter(elsewhere).map(CaptureState::keeping).map(CaptureState.Keeping::instance);
    }

    private Answer ofFile(CaptureStore.Hold held, CaptureState state, Selection selection, Optional<Integer> revision)
            throws IOException, InterruptedException {
        if (selection.all()) {
            return new Whole(held);
        }
        try (held) {
            int wanted = revision.orElse(Math.max(state.revision(), 1));
            return switch (CaptureFile.open(held.content())) {
                case CaptureFile.Unreadable(String reason) -> new Unreadable(reason);
                case CaptureFile.Opened(PacketSource source) -> {
                    try (source) {
                        yield cut(source, state.withRevision(wanted), selection);
                    }
                }
            };
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private Answer ofSensor(CaptureState state, Selection selection) throws IOException, InterruptedException {
        Optional<PacketArchive.Holding> holding = archive.find(state.id());
        if (holding.isEmpty()) {
            return new Gone(state, AGED);
        }
        // A flow is known by its first packet: reading begins with the first that is kept.
        long from = selection.flows().isEmpty() && selection.host() == null ? selection.fromNanos() : Long.MIN_VALUE;
        try (PacketSource source = archive.packets(state.id(), from, selection.toNanos())) {
            Answer answer = cut(source, state, selection);
            boolean begins = holding.get().firstNumber() == 1;
            return answer instanceof Missing && !begins ? new Gone(state, AGED) : answer;
        }
    }

    private Answer cut(PacketSource source, CaptureState state, Selection selection)
            throws IOException, InterruptedException {
        CaptureIdentity identity = new CaptureIdentity(state.id(), state.revision(), state.site(), state.sensor());
        Path draft = store.draft();
        boolean given = false;
        try {
            PacketCutter.Result result = cutter.cut(source, identity, selection, draft);
            if (!(result instanceof PacketCutter.Cut cut)) {
                return new Refused(result);
            }
            Set<UUID> missing = new TreeSet<>(selection.flows());
            missing.removeAll(cut.flows());
            if (!missing.isEmpty()) {
                return new Missing(missing, state.revision());
            }
            given = true;
            return new Packets(state, draft, cut);
        } finally {
            if (!given) {
                Files.deleteIfExists(draft);
            }
        }
    }
}
