package io.wirecase.report.app;

import io.wirecase.report.store.Purge;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Removes what arrives of a capture after it was deleted: flows, alerts and the deletion travel on different topics,
 * and none waits for the other.
 */
@ApplicationScoped
class LateArrivals {

    private static final Logger LOG = Logger.getLogger(LateArrivals.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    /** Nearly all that is late arrives within this time. */
    private static final Duration SOON = Duration.ofMinutes(10);
    /** Of so many looks one is for all deletions: each costs something, and there may be thousands. */
    private static final int LOOKS = 60;

    private final Purge purge;

    LateArrivals(Purge purge) {
        this.purge = purge;
    }

    /** Looks until interrupted. */
    void run() {
        try {
            for (int look = 1; ; look++) {
                Thread.sleep(PAUSE);
                try {
                    purge.again(look % LOOKS == 1 ? Purge.LATEST : SOON);
                } catch (SQLException away) {
                    LOG.warnf("what arrived late of deleted captures waits: %s", away.getMessage());
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
