package io.wirecase.capture.run;

import io.wirecase.capture.store.CaptureStore;
import io.wirecase.capture.store.CaptureStore.Kept;
import io.wirecase.core.wire.CaptureState;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Lets the packets of the oldest captures go when they are over the limits of age or bytes; what was found in them
 * stays. Packets that are read now, or are still to be read, never go. One thread at a time.
 */
public final class Retention {

    private static final Logger LOG = System.getLogger(Retention.class.getName());
    private static final long NANOS_OF_SECOND = 1_000_000_000L;

    private final CaptureStore store;
    private final CaptureBoard board;
    private final Limits limits;
    private final InstantSource clock;
    private final Consumer<UUID> queue;
    private final LongAdder captures = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    /**
     * A retention that has not looked yet.
     *
     * @param queue takes the ids of captures that readers are to be told something of
     */
    public Retention(CaptureStore store, CaptureBoard board, Limits limits, InstantSource clock, Consumer<UUID> queue) {
        this.store = store;
        this.board = board;
        this.limits = limits;
        this.clock = clock;
        this.queue = queue;
    }

    /**
     * What is kept.
     *
     * @param maxAge how long after they were received packets are kept
     * @param maxBytes the most bytes of all captures together
     */
    public record Limits(Duration maxAge, long maxBytes) {}

    /**
     * Looks once.
     *
     * @throws IOException when the disk fails
     */
    public void apply() throws IOException {
        Instant now = clock.instant();
        List<Kept.Since> kept = store.kept();
        long total = kept.stream().mapToLong(each -> each.capture().bytes()).sum();
        for (Kept.Since each : kept) {
            String reason = null;
            if (Duration.between(each.received(), now).compareTo(limits.maxAge()) > 0) {
                reason = "older than " + days(limits.maxAge()) + ", for which packets are kept";
            } else if (total > limits.maxBytes()) {
                reason = "the oldest when all captures took more than the " + (limits.maxBytes() >> 20)
                        + " MiB that are kept";
            }
            if (reason != null && done(each) && letGo(each, reason, now)) {
                total -= each.capture().bytes();
            }
        }
    }

    /** Captures whose packets went since the service started. */
    public long captures() {
        return captures.sum();
    }

    /** Bytes that went since the service started. */
    public long bytes() {
        return bytes.sum();
    }

    private boolean done(Kept.Since each) {
        return board.find(each.capture().id())
                .filter(state -> state.revision() >= each.capture().revision())
                .map(CaptureState::state)
                .filter(state -> state == CaptureState.State.COMPLETED || state == CaptureState.State.FAILED)
                .isPresent();
    }

    private boolean letGo(Kept.Since each, String reason, Instant now) throws IOException {
        UUID id = each.capture().id();
        if (!store.letGo(id, reason, now.getEpochSecond() * NANOS_OF_SECOND + now.getNano())) {
            return false;
        }
        captures.increment();
        bytes.add(each.capture().bytes());
        LOG.log(
                Level.INFO,
                "the packets of capture " + id + " went, " + each.capture().bytes() + " bytes: " + reason);
        queue.accept(id);
        return true;
    }

    private static String days(Duration time) {
        return time.toDays() > 0 && time.equals(Duration.ofDays(time.toDays()))
                ? time.toDays() + " d"
                : time.toString();
    }
}
