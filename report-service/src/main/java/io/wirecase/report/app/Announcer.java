package io.wirecase.report.app;

import io.wirecase.report.out.ReportsOut;
import io.wirecase.report.store.BuildLock;
import io.wirecase.report.store.ReportRow;
import io.wirecase.report.store.ReportStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import org.jboss.logging.Logger;

/**
 * Announces finished reports until the broker has acknowledged each. What to say was stored with the report, so a
 * service that dies in between goes on after its restart; the worst that happens is the same event twice.
 */
@ApplicationScoped
class Announcer {

    private static final Logger LOG = Logger.getLogger(Announcer.class);

    private final ReportStore reports;
    private final ReportsOut out;
    private final BuildLock lock;
    private final ReportConfig config;
    private final Clock clock;

    private volatile boolean stopped;

    Announcer(ReportStore reports, ReportsOut out, BuildLock lock, ReportConfig config, Clock clock) {
        this.reports = reports;
        this.out = out;
        this.lock = lock;
        this.config = config;
        this.clock = clock;
    }

    /** Announces until closed; whatever goes wrong on the way is tried again. */
    void run() {
        while (!stopped) {
            try {
                for (ReportRow row : reports.unannounced()) {
                    announce(row);
                }
            } catch (Exception away) {
                LOG.warnf("finished reports are not announced yet: %s", away.getMessage());
            }
            rest();
        }
    }

    void close() {
        stopped = true;
    }

    private void announce(ReportRow row) throws SQLException {
        lock.ifFree(row.id, () -> {
            byte[] event = Objects.requireNonNull(row.announcement);
            if (event.length == 0) {
                out.gone(row.id);
            } else {
                out.ready(row.id, event);
            }
            reports.announced(row.id, clock.instant());
        });
    }

    private void rest() {
        try {
            Thread.sleep(config.interval());
        } catch (InterruptedException stopping) {
            stopped = true;
        }
    }
}
