package io.wirecase.capture.out;

import io.wirecase.capture.run.CapturePublication;
import io.wirecase.capture.run.FlowOutlet;
import io.wirecase.capture.run.Plan;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.Accounts;
import io.wirecase.core.wire.CaptureState;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The real outlet until a flow; then what was thrown is thrown, and nothing is closed: a transaction stays open. */
record CrashingOutlet(FlowOutlet real, int atFlow, Supplier<Throwable> end) implements FlowOutlet {

    /** The real outlet of a process that is killed at a flow. */
    CrashingOutlet(FlowOutlet real, int atFlow) {
        this(real, atFlow, Killed::new);
    }

    /** The process is gone. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public CapturePublication take(UUID capture) throws InterruptedException {
        return new Publication(real.take(capture));
    }

    @Override
    public void announce(CaptureState accepted) throws InterruptedException {
        real.announce(accepted);
    }

    private final class Publication implements CapturePublication {

        private final CapturePublication delegate;
        private int flows;

        Publication(CapturePublication delegate) {
            this.delegate = delegate;
        }

        @Override
        public Optional<CaptureState> before() {
            return delegate.before();
        }

        @Override
        public int partitions() {
            return delegate.partitions();
        }

        @Override
        public void start(CaptureState capture, Plan.Publish plan, String decoder) {
            delegate.start(capture, plan, decoder);
        }

        @Override
        public void accept(Flow flow) {
            if (++flows == atFlow) {
                switch (end.get()) {
                    case Error error -> throw error;
                    case RuntimeException defect -> throw defect;
                    case Throwable other -> throw new IllegalArgumentException(other);
                }
            }
            delegate.accept(flow);
        }

        @Override
        public void tick(double progress, Accounts accounts) {
            delegate.tick(progress, accounts);
        }

        @Override
        public void mark(long throughNanos, Accounts accounts) {
            delegate.mark(throughNanos, accounts);
        }

        @Override
        public void complete(Accounts accounts) {
            delegate.complete(accounts);
        }

        @Override
        public void fail(String reason, Accounts accounts) {
            delegate.fail(reason, accounts);
        }

        @Override
        public void close() {}
    }
}
