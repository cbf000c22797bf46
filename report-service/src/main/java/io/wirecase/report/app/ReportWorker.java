package io.wirecase.report.app;

import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.platform.problem.Problem;
import io.wirecase.report.input.ReportScope;
import io.wirecase.report.store.BuildLock;
import io.wirecase.report.store.Drain;
import io.wirecase.report.store.DrainQuery;
import io.wirecase.report.store.ReportRow;
import io.wirecase.report.store.ReportStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Looks at the reports that wait, and has those built whose captures are drained. */
@ApplicationScoped
class ReportWorker {

    private static final Logger LOG = Logger.getLogger(ReportWorker.class);
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final ReportStore reports;
    private final DrainQuery drains;
    private final BuildLock lock;
    private final ReportBuilder builder;
    private final ReportConfig config;
    private final Clock clock;
    /** When a report's captures had all ended without their counts agreeing. */
    private final Map<UUID, Instant> endedSince = new ConcurrentHashMap<>();

    private volatile boolean stopped;

    ReportWorker(
            ReportStore reports,
            DrainQuery drains,
            BuildLock lock,
            ReportBuilder builder,
            ReportConfig config,
            Clock clock) {
        this.reports = reports;
        this.drains = drains;
        this.lock = lock;
        this.builder = builder;
        this.config = config;
        this.clock = clock;
    }

    /** Looks until closed; whatever goes wrong on the way is tried again. */
    void run() {
        while (!stopped) {
            try {
                for (ReportRow row : reports.waiting()) {
                    look(row);
                }
            } catch (Exception away) {
                LOG.warnf("reports wait: %s", away.getMessage());
            }
            rest();
        }
    }

    void close() {
        stopped = true;
    }

    private void look(ReportRow row) throws SQLException, Unreadable {
        ReportScope scope = Codec.decode(row.request, ReportScope.class);
        List<Drain> found = drains.of(scope.captures());
        Duration age = Duration.between(row.created, clock.instant());
        if (found.stream().anyMatch(ReportWorker::deleted)) {
            deleted(row);
        } else if (found.stream().anyMatch(d -> d.capture() == null)
                && age.compareTo(config.unknownCapturePatience()) > 0) {
            unknown(row, found);
        } else if (due(row.id, row.created, found)) {
            lock.ifFree(row.id, () -> builder.build(row.id, scope, found));
            endedSince.remove(row.id);
        }
    }

    /** A live source that goes on is waited for until all is here that it had seen when the report was asked for. */
    private static boolean deleted(Drain drain) {
        CaptureState capture = drain.capture();
        return capture != null && capture.state() == CaptureState.State.DELETED;
    }

    private void deleted(ReportRow row) {
        Problem problem = Problem.of(
                GONE,
                "capture-deleted",
                "A capture was deleted.",
                "The report was asked about a capture that is deleted. Ask for one about the captures that are left.");
        reports.fail(row.id, Codec.encode(problem), clock.instant());
    }

    private boolean due(UUID report, Instant asked, List<Drain> found) {
        if (found.stream().allMatch(drain -> drain.drained() || drain.through(asked))) {
            return true;
        }
        if (!found.stream().allMatch(drain -> drain.ended() || drain.through(asked))) {
            endedSince.remove(report);
            return false;
        }
        Instant since = endedSince.computeIfAbsent(report, r -> clock.instant());
        return Duration.between(since, clock.instant()).compareTo(config.patience()) > 0;
    }

    private void unknown(ReportRow row, List<Drain> found) {
        List<String> which =
                found.stream().flatMap(drain -> drain.missing().stream()).toList();
        Problem problem = Problem.of(
                        NOT_FOUND,
                        "capture-unknown",
                        "A capture is not known.",
                        "Upload it first, then ask for the report again.")
                .with(which);
        reports.fail(row.id, Codec.encode(problem), clock.instant());
    }

    private void rest() {
        try {
            Thread.sleep(config.interval());
        } catch (InterruptedException stopping) {
            stopped = true;
        }
    }
}
