package io.wirecase.report.store;

import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.net.IpAddress;
import io.wirecase.report.input.ReportScope;
import io.wirecase.report.suppression.Sieve;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** Alerts in a report's scope: highest revisions, withdrawn ones and superseded captures left out. Thread-safe. */
public final class AlertQuery {

    private static final String IN_SCOPE = """
            FROM alert a JOIN capture c ON c.id = a.capture_id
            WHERE a.captures && ? AND a.status <> 'WITHDRAWN' AND a.capture_revision IN (0, c.revision)
                AND a.event_nanos >= ? AND a.event_nanos < ?
                AND (? OR a.host = ANY (?) OR a.peer = ANY (?))
            """;

    private final DataSource database;

    /** A query on a database whose schema is in place. */
    public AlertQuery(DataSource database) {
        this.database = database;
    }

    /**
     * Alerts by event time, then id.
     *
     * @param alerts the alerts; of too many, those with the lowest scores are left out
     * @param total how many there are; of what rules hide, only what was read is known
     */
    public record Found(List<EnrichedAlert> alerts, long total) {}

    /** Alerts in scope that rules leave. @param most the most handed back @param sieve takes out what rules hide */
    public Found find(ReportScope scope, Collection<UUID> captures, int most, Sieve sieve) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (sieve.keepsTime()) {
                read(connection, " ORDER BY a.event_nanos, a.id", scope, captures, enriched -> {
                    sieve.time(enriched);
                    return true;
                });
            }
            List<EnrichedAlert> alerts = new ArrayList<>();
            String byScore = " ORDER BY a.score DESC, a.event_nanos, a.id";
            boolean all = read(connection, byScore, scope, captures, enriched -> {
                if (alerts.size() == most) {
                    return false;
                }
                sieve.pass(enriched).ifPresent(alerts::add);
                return true;
            });
            long total = all
                    ? alerts.size()
                    : count(connection, scope, captures) - sieve.leftOut().hidden();
            connection.rollback();
            alerts.sort(Comparator.comparingLong((EnrichedAlert e) -> e.alert().eventNanos())
                    .thenComparing(e -> e.alert().id()));
            return new Found(alerts, total);
        }
    }

    private static boolean read(
            Connection connection,
            String order,
            ReportScope scope,
            Collection<UUID> captures,
            Predicate<EnrichedAlert> taker)
            throws SQLException {
        try (PreparedStatement select = AlertScan.cursor(connection, "SELECT a.body " + IN_SCOPE + order)) {
            bind(select, scope, captures);
            return AlertScan.read(select, taker);
        }
    }

    private static long count(Connection connection, ReportScope scope, Collection<UUID> captures) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT count(*) " + IN_SCOPE)) {
            bind(select, scope, captures);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void bind(PreparedStatement select, ReportScope scope, Collection<UUID> captures)
            throws SQLException {
        Long since = scope.sinceNanos();
        Long until = scope.untilNanos();
        List<IpAddress> hosts = scope.hosts();
        select.setArray(1, Columns.uuids(select.getConnection(), captures));
        select.setLong(2, since == null ? Long.MIN_VALUE : since);
        select.setLong(3, until == null ? Long.MAX_VALUE : until);
        select.setBoolean(4, hosts.isEmpty());
        select.setArray(5, Columns.addresses(select.getConnection(), hosts));
        select.setArray(6, Columns.addresses(select.getConnection(), hosts));
    }
}
