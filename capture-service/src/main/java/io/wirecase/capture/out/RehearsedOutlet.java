package io.wirecase.capture.out;

import io.wirecase.capture.flow.CaptureIdentity;
import io.wirecase.capture.run.CapturePublication;
import io.wirecase.capture.run.FlowOutlet;
import io.wirecase.capture.run.Plan;
import io.wirecase.capture.run.PublishedStates;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.Accounts;
import io.wirecase.core.wire.CaptureState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An outlet that does what publishing does, up to the blocks as they travel, and sends them nowhere. For measuring. */
public final class RehearsedOutlet implements FlowOutlet, PublishedStates {

    private final CaptureIdentity capture;
    private final int partitions;

    /** As if the flows topic had so many partitions. */
    public RehearsedOutlet(CaptureIdentity capture, int partitions) {
        this.capture = capture;
        this.partitions = partitions;
    }

    @Override
    public CapturePublication take(UUID id) {
        return new Publication(new Rehearsal(capture, partitions), partitions);
    }

    @Override
    public void announce(CaptureState accepted) {
        // Nobody is told.
    }

    @Override
    public Optional<CaptureState> current(UUID id) {
        return Optional.empty();
    }

    @Override
    public List<CaptureState> all() {
        return List.of();
    }

    private record Publication(Rehearsal rehearsal, int partitions) implements CapturePublication {

        @Override
        public Optional<CaptureState> before() {
            return Optional.empty();
        }

        @Override
        public void start(CaptureState state, Plan.Publish plan, String decoder) {
            // Nothing is skipped.
        }

        @Override
        public void accept(Flow flow) {
            rehearsal.accept(flow);
        }

        @Override
        public Runnable ended(Flow flow) {
            return rehearsal.ended(flow);
        }

        @Override
        public void tick(double progress, Accounts accounts) {
            rehearsal.tick(progress, accounts);
        }

        @Override
        public void mark(long throughNanos, Accounts accounts) {
            rehearsal.finish();
        }

        @Override
        public void complete(Accounts accounts) {
            rehearsal.finish();
        }

        @Override
        public void fail(String reason, @Nullable Accounts accounts) {
            rehearsal.finish();
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
