package io.wirecase.report.app;

import io.wirecase.core.intel.Networks;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.report.input.CaseInput;
import io.wirecase.report.input.Completeness;
import io.wirecase.report.input.ReportScope;
import io.wirecase.report.store.AlertQuery;
import io.wirecase.report.store.Drain;
import io.wirecase.report.store.StoredFlows;
import io.wirecase.report.store.SuppressionStore;
import io.wirecase.report.suppression.Sieve;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/** Gathers what a case is built from. */
@ApplicationScoped
class CaseSources {

    private final DataSource database;
    private final AlertQuery alerts;
    private final SuppressionStore suppressions;
    private final Networks networks;
    private final int mostAlerts;

    CaseSources(
            DataSource database,
            AlertQuery alerts,
            SuppressionStore suppressions,
            Networks networks,
            ReportConfig config) {
        this.database = database;
        this.alerts = alerts;
        this.suppressions = suppressions;
        this.networks = networks;
        this.mostAlerts = config.mostAlerts();
    }

    CaseInput input(String id, Instant generatedAt, CaseInput.Product product, ReportScope scope, List<Drain> drains)
            throws SQLException {
        Sieve sieve = new Sieve(suppressions.book(), generatedAt);
        AlertQuery.Found found = alerts.find(scope, scope.captures(), mostAlerts, sieve);
        return new CaseInput(
                id,
                generatedAt,
                product,
                scope,
                sources(drains),
                completeness(drains),
                found.alerts(),
                found.total(),
                new StoredFlows(database, scope, scope.captures(), networks),
                sieve.leftOut());
    }

    private static List<CaptureState> sources(List<Drain> drains) {
        return drains.stream()
                .map(Drain::capture)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(CaptureState::name).thenComparing(CaptureState::id))
                .toList();
    }

    private static Completeness completeness(List<Drain> drains) {
        return new Completeness(
                drains.stream().allMatch(drain -> drain.ended() || drain.goesOn()),
                drains.stream().mapToLong(CaseSources::published).sum(),
                drains.stream().mapToLong(d -> d.flows().stored()).sum(),
                drains.stream().flatMap(d -> d.missing().stream()).toList());
    }

    /** What a live source that goes on published since its last mark is not announced yet. */
    private static long published(Drain drain) {
        Drain.Arrived flows = drain.flows();
        return drain.goesOn() ? Math.max(flows.announced(), flows.stored()) : flows.announced();
    }
}
