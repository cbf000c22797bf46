package io.wirecase.report.store;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.FlowOrigin;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.wire.EndMarker;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Stores enriched alerts and the markers behind them. A record delivered again changes nothing, a lower revision never
 * overwrites a higher one. Thread-safe.
 */
public final class AlertStore {

    /** The revision of a capture none of whose flows the alert shows. */
    static final int UNKNOWN = 0;

    private final DataSource database;

    /** A store in a database whose schema is in place. */
    public AlertStore(DataSource database) {
        this.database = database;
    }

    /**
     * An enriched alert as it came.
     *
     * @param alert the alert in it
     * @param body the whole record as on the bus
     */
    public record Arrived(Alert alert, byte[] body) {}

    /**
     * An end marker as it came.
     *
     * @param partition the partition of the enriched alerts topic
     * @param marker the marker
     * @param alerts the alert records it announces
     */
    public record Announced(int partition, EndMarker marker, long alerts) {}

    /** Stores all of them in one transaction. */
    public void store(List<Arrived> alerts, List<Announced> markers) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                receipts(connection, alerts);
                upsert(connection, alerts);
                markers(connection, markers);
                connection.commit();
            } catch (SQLException failed) {
                try {
                    connection.rollback();
                } catch (SQLException gone) {
                    failed.addSuppressed(gone);
                }
                throw failed;
            }
        }
    }

    private static void receipts(Connection connection, List<Arrived> alerts) throws SQLException {
        String sql = """
                INSERT INTO alert_receipt (capture_id, capture_revision, alert_id, revision)
                VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Arrived arrived : alerts) {
                Alert alert = arrived.alert();
                insert.setObject(1, cause(alert));
                insert.setInt(2, causeRevision(alert));
                insert.setObject(3, alert.id());
                insert.setInt(4, alert.revision());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void upsert(Connection connection, List<Arrived> alerts) throws SQLException {
        String sql = """
                INSERT INTO alert AS a (id, revision, site, kind, status, host, peer, flow_id, event_nanos,
                    event_time, score, captures, capture_id, capture_revision, codes, body)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, site = excluded.site,
                    kind = excluded.kind, status = excluded.status, host = excluded.host, peer = excluded.peer,
                    flow_id = excluded.flow_id, event_nanos = excluded.event_nanos,
                    event_time = excluded.event_time, score = excluded.score, captures = excluded.captures,
                    capture_id = excluded.capture_id, capture_revision = excluded.capture_revision,
                    codes = excluded.codes, body = excluded.body
                WHERE excluded.revision > a.revision
                """;
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            for (Arrived arrived : alerts) {
                bind(connection, upsert, arrived);
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private static void bind(Connection connection, PreparedStatement upsert, Arrived arrived) throws SQLException {
        Alert alert = arrived.alert();
        upsert.setObject(1, alert.id());
        upsert.setInt(2, alert.revision());
        upsert.setString(3, Columns.text(alert.site()));
        upsert.setString(4, Columns.text(alert.kind()));
        upsert.setString(5, alert.status().name());
        upsert.setBytes(6, alert.subject().host().bytes());
        IpAddress peer = alert.subject().peer();
        upsert.setBytes(7, peer == null ? null : peer.bytes());
        Columns.setNullable(upsert, 8, alert.subject().flow());
        upsert.setLong(9, alert.eventNanos());
        upsert.setObject(10, Columns.time(alert.eventNanos()));
        upsert.setInt(11, alert.score());
        upsert.setArray(12, Columns.uuids(connection, alert.captures()));
        upsert.setObject(13, cause(alert));
        upsert.setInt(14, causeRevision(alert));
        upsert.setArray(15, connection.createArrayOf("text", codes(alert)));
        upsert.setBytes(16, arrived.body());
    }

    private static Object[] codes(Alert alert) {
        return alert.findings().stream().map(Finding::code).distinct().sorted().toArray();
    }

    private static void markers(Connection connection, List<Announced> markers) throws SQLException {
        String sql = """
                INSERT INTO alert_marker AS m
                    (capture_id, revision, alert_partition, flow_partition, flow_partitions, alerts,
                     through_nanos, ended)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (capture_id, revision, alert_partition, flow_partition) DO UPDATE SET
                    alerts = greatest(m.alerts, excluded.alerts),
                    through_nanos = greatest(m.through_nanos, excluded.through_nanos),
                    ended = m.ended OR excluded.ended
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Announced announced : markers) {
                EndMarker marker = announced.marker();
                insert.setObject(1, marker.captureId());
                insert.setInt(2, marker.revision());
                insert.setInt(3, announced.partition());
                insert.setInt(4, marker.flowPartition());
                insert.setInt(5, marker.flowPartitions());
                insert.setLong(6, announced.alerts());
                insert.setObject(7, marker.throughNanos(), Types.BIGINT);
                insert.setBoolean(8, marker.last());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The capture whose flow produced the record: the last one it draws on. */
    private static UUID cause(Alert alert) {
        return alert.captures().getLast();
    }

    /** The revision of that capture, from the flows the alert carries, else {@link #UNKNOWN}. */
    private static int causeRevision(Alert alert) {
        UUID cause = cause(alert);
        Flow flow = alert.evidence().flow();
        Behaviour behaviour = alert.evidence().behaviour();
        List<Flow> flows = flow != null ? List.of(flow) : behaviour != null ? behaviour.examples() : List.of();
        return flows.stream()
                .filter(Objects::nonNull)
                .map(Flow::origin)
                .filter(origin -> origin.captureId().equals(cause))
                .mapToInt(FlowOrigin::revision)
                .max()
                .orElse(UNKNOWN);
    }
}
