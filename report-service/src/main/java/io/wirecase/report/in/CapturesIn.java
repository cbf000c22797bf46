package io.wirecase.report.in;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.platform.problem.Problem;
import io.wirecase.report.store.CaptureStore;
import io.wirecase.report.store.Purge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Keeps the latest state of each capture. */
@ApplicationScoped
public class CapturesIn {

    private static final Logger LOG = Logger.getLogger(CapturesIn.class);
    private static final int GONE = 410;

    private final CaptureStore store;
    private final Purge purge;
    private final DeadLetters deadLetters;
    private final Patience patience = new Patience();

    CapturesIn(CaptureStore store, Purge purge, DeadLetters deadLetters) {
        this.store = store;
        this.purge = purge;
        this.deadLetters = deadLetters;
    }

    /** Why capture states wait, or empty while all is well. */
    public Optional<String> problem() {
        return patience.problem();
    }

    /** A batch; its offsets are committed once this returns. */
    @Incoming("captures")
    @Blocking
    void store(ConsumerRecords<String, byte[]> records) throws SQLException, InterruptedException {
        List<CaptureState> states = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            if (record.value() != null) {
                read(record, states);
            }
        }
        patience.untilDone(() -> store.store(states));
        for (CaptureState state : states) {
            if (state.state() == CaptureState.State.DELETED) {
                patience.untilDone(() -> delete(state));
            }
        }
    }

    /** What is done in the order of the topic: a capture sent again after that is not touched by it. */
    private void delete(CaptureState state) throws SQLException {
        Problem problem = Problem.of(
                GONE,
                "capture-deleted",
                "The report rested on a capture that was deleted.",
                "Capture " + state.id() + " was deleted with everything derived from it. Ask for a report about the"
                        + " captures that are left.");
        int reports = purge.remove(state.id(), state.revision(), Codec.encode(problem));
        LOG.infof(
                "capture %s is deleted: its flows and alerts went, and %d reports that rested on it",
                state.id(), reports);
    }

    private void read(ConsumerRecord<String, byte[]> record, List<CaptureState> states)
            throws SQLException, InterruptedException {
        try {
            CaptureState state = Codec.decode(record.value(), CaptureState.class);
            if (Whole.state(state)) {
                states.add(state);
            } else {
                patience.untilDone(() -> deadLetters.send(record, "the capture state lacks a member it must have"));
            }
        } catch (Unreadable bad) {
            patience.untilDone(() -> deadLetters.send(record, String.valueOf(bad.getMessage())));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        patience.stop();
    }
}
