package io.wirecase.capture.out;

import io.wirecase.capture.run.OutletException;
import io.wirecase.capture.run.Plan;
import io.wirecase.core.wire.Accounts;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.CaptureState.Publication;
import io.wirecase.core.wire.CaptureState.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the publication of one revision of a capture is: what was counted, what is to be skipped, what is committed.
 */
final class Progress {

    private final CaptureState capture;
    private final String decoder;
    private final long[] counts;
    private final long skip;
    private long[] committed;
    private long seen;
    private double share;
    private @Nullable Accounts accounts;

    Progress(CaptureState capture, Plan.Publish plan, String decoder, int partitions) {
        this.capture = capture;
        this.decoder = decoder;
        this.counts = new long[partitions];
        Publication done = plan.done();
        this.skip = done == null ? 0 : done.flows();
        this.committed = done == null ? new long[partitions] : longs(done.flowsByPartition());
    }

    CaptureState capture() {
        return capture;
    }

    /**
     * Counts the next flow.
     *
     * @return whether it is to be published; not when it was before
     * @throws OutletException.Diverged when the flows to skip are not the ones published
     */
    boolean next(int partition) {
        checkSkipped();
        counts[partition]++;
        return ++seen > skip;
    }

    /** Whether the flows so far were all published before. */
    boolean skipping() {
        return seen < skip;
    }

    /** Refuses a capture that ends before what is to be skipped does. */
    void checkEnd() {
        if (skipping()) {
            throw new OutletException.Diverged(skip + " flows were published, now there are " + seen);
        }
        checkSkipped();
    }

    void reached(double progress, Accounts soFar) {
        share = progress;
        accounts = soFar;
    }

    /** What is sent so far is committed. */
    void commit() {
        committed = counts.clone();
    }

    long committedOn(int partition) {
        return committed[partition];
    }

    long countedOn(int partition) {
        return counts[partition];
    }

    CaptureState reading() {
        return state(State.READING, share, accounts, null, counts);
    }

    CaptureState completed(Accounts all) {
        return state(State.COMPLETED, 1, all, null, counts);
    }

    CaptureState failed(String reason, @Nullable Accounts soFar) {
        return state(State.FAILED, share, soFar, reason, committed);
    }

    /** The revision before this one, which this one replaces. */
    CaptureState superseded() {
        return new CaptureState(
                capture.id(),
                capture.revision() - 1,
                capture.site(),
                capture.sensor(),
                capture.name(),
                capture.sha256(),
                capture.bytes(),
                State.SUPERSEDED,
                1,
                null,
                null,
                null);
    }

    private void checkSkipped() {
        if (skip > 0 && seen == skip && !Arrays.equals(counts, committed)) {
            throw new OutletException.Diverged("the flows published were spread as " + Arrays.toString(committed)
                    + " over the partitions, now as " + Arrays.toString(counts));
        }
    }

    private CaptureState state(
            State state, double progress, @Nullable Accounts packets, @Nullable String failure, long[] published) {
        return new CaptureState(
                capture.id(),
                capture.revision(),
                capture.site(),
                capture.sensor(),
                capture.name(),
                capture.sha256(),
                capture.bytes(),
                state,
                progress,
                packets,
                failure,
                publication(published));
    }

    private Publication publication(long[] published) {
        List<Long> byPartition = new ArrayList<>();
        long sum = 0;
        for (long count : published) {
            byPartition.add(count);
            sum += count;
        }
        return new Publication(sum, decoder, byPartition);
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }
}
