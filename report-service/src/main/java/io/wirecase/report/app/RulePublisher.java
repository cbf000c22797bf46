package io.wirecase.report.app;

import io.wirecase.report.out.SuppressionsOut;
import io.wirecase.report.store.BuildLock;
import io.wirecase.report.store.StoreException;
import io.wirecase.report.store.SuppressionStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Tells the suppressions topic of every change of a rule until the broker has acknowledged it. What is to be told is a
 * part of the rule's row, so a service that dies in between goes on after its restart; the worst that happens is the
 * same event twice.
 */
@ApplicationScoped
class RulePublisher {

    private static final Logger LOG = Logger.getLogger(RulePublisher.class);

    private final SuppressionStore rules;
    private final SuppressionsOut out;
    private final BuildLock lock;
    private final ReportConfig config;

    private volatile boolean stopped;

    RulePublisher(SuppressionStore rules, SuppressionsOut out, BuildLock lock, ReportConfig config) {
        this.rules = rules;
        this.out = out;
        this.lock = lock;
        this.config = config;
    }

    /** Publishes until closed; whatever goes wrong on the way is tried again. */
    void run() {
        while (!stopped) {
            try {
                for (UUID rule : rules.unpublished()) {
                    lock.ifFree(rule, () -> publish(rule));
                }
            } catch (Exception away) {
                LOG.warnf("suppression rules are not published yet: %s", away.getMessage());
            }
            rest();
        }
    }

    void close() {
        stopped = true;
    }

    /** Under the rule's lock, so that no other instance publishes an older revision behind a newer one. */
    private void publish(UUID rule) {
        try {
            Optional<SuppressionStore.Change> change = rules.change(rule);
            if (change.isPresent()) {
                out.tell(rule, change.get().revision(), change.get().body().orElse(null));
                rules.published(change.get());
            }
        } catch (SQLException away) {
            throw new StoreException(away);
        }
    }

    private void rest() {
        try {
            Thread.sleep(config.interval());
        } catch (InterruptedException stopping) {
            stopped = true;
        }
    }
}
