package io.wirecase.report.in;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** Tries again for ever while something is away, so that nothing is dropped; tells readiness meanwhile. */
final class Patience {

    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private volatile Optional<String> problem = Optional.empty();
    private volatile boolean stopped;

    /** Why it is waiting, or empty. */
    Optional<String> problem() {
        return problem;
    }

    /** Gives up waiting: what is not done is delivered again after a restart. */
    void stop() {
        stopped = true;
    }

    /**
     * Does something until it succeeds.
     *
     * @throws SQLException when the data itself is refused: trying again cannot help
     * @throws InterruptedException when the service stops first
     */
    void untilDone(Work work) throws SQLException, InterruptedException {
        while (!stopped) {
            try {
                work.run();
                problem = Optional.empty();
                return;
            } catch (SQLException failed) {
                if (Faults.ofData(failed)) {
                    throw failed;
                }
                waiting("database: " + failed.getMessage());
            } catch (KafkaException failed) {
                waiting("Kafka: " + failed.getMessage());
            }
            Thread.sleep(PAUSE);
        }
        throw new InterruptedException("the service stops");
    }

    private void waiting(String what) {
        if (problem.isEmpty()) {
            LOG.warnf("waiting: %s", what);
        }
        problem = Optional.of(what);
    }

    /** Something that may find a part away. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }
}
