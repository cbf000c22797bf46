package io.wirecase.capture.live;

import io.wirecase.capture.run.CapturePublication;
import io.wirecase.capture.run.FlowOutlet;
import io.wirecase.capture.run.Plan;
import io.wirecase.capture.run.PublishedStates;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.Accounts;
import io.wirecase.core.wire.CaptureState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Keeps in memory what is published. */
final class CollectingOutlet implements FlowOutlet, PublishedStates {

    final List<Flow> flows = new CopyOnWriteArrayList<>();
    final List<Long> marks = new CopyOnWriteArrayList<>();
    final List<Accounts> completed = new CopyOnWriteArrayList<>();
    final List<String> failed = new CopyOnWriteArrayList<>();

    @Override
    public CapturePublication take(UUID capture) {
        return new Publication();
    }

    @Override
    public void announce(CaptureState accepted) {
        throw new UnsupportedOperationException("a live capture is not announced");
    }

    @Override
    public Optional<CaptureState> current(UUID capture) {
        return Optional.empty();
    }

    @Override
    public List<CaptureState> all() {
        return new ArrayList<>();
    }

    private final class Publication implements CapturePublication {

        @Override
        public Optional<CaptureState> before() {
            return Optional.empty();
        }

        @Override
        public int partitions() {
            return 1;
        }

        @Override
        public void start(CaptureState capture, Plan.Publish plan, String decoder) {
            // Nothing is to be skipped.
        }

        @Override
        public void accept(Flow flow) {
            flows.add(flow);
        }

        @Override
        public void tick(double progress, Accounts accounts) {
            // What waits is here already.
        }

        @Override
        public void mark(long throughNanos, Accounts accounts) {
            marks.add(throughNanos);
        }

        @Override
        public void complete(Accounts accounts) {
            completed.add(accounts);
        }

        @Override
        public void fail(String reason, @Nullable Accounts accounts) {
            failed.add(reason);
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
