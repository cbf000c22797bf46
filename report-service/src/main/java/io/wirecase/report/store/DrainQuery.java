package io.wirecase.report.store;

import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.Unreadable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Tells how much of captures came through, from end markers and counts, never from lag. Thread-safe. */
public final class DrainQuery {

    private static final String SQL = """
            SELECT c.id, c.body, f.*, a.*,
                (SELECT count(*) FROM alert_receipt r
                 WHERE r.capture_id = c.id AND r.capture_revision IN (0, c.revision)) AS alerts_stored
            FROM capture c
            LEFT JOIN LATERAL (
                SELECT sum(stored)::bigint AS flows_stored, sum(unreadable)::bigint AS flows_unreadable,
                    sum(announced)::bigint AS flows_announced, count(*) FILTER (WHERE ended) AS flow_markers,
                    count(through_nanos) AS flow_marks, min(through_nanos) AS flows_through,
                    max(partitions) AS flow_partitions
                FROM flow_count WHERE capture_id = c.id AND revision = c.revision) f ON true
            LEFT JOIN LATERAL (
                SELECT sum(alerts)::bigint AS alerts_announced, count(*) FILTER (WHERE ended) AS alert_markers,
                    count(through_nanos) AS alert_marks, min(through_nanos) AS alerts_through,
                    max(flow_partitions) AS marker_width
                FROM alert_marker WHERE capture_id = c.id AND revision = c.revision) a ON true
            WHERE c.id = ANY (?)
            """;

    private final DataSource database;

    private final Supplier<OptionalInt> alertPartitions;

    /**
     * A query on a database whose schema is in place.
     *
     * @param alertPartitions partitions of the enriched alerts topic, each of which must hold its end markers; empty
     *     while that is not known
     */
    public DrainQuery(DataSource database, Supplier<OptionalInt> alertPartitions) {
        this.database = database;
        this.alertPartitions = alertPartitions;
    }

    /** How far captures are, in the order asked. */
    public List<Drain> of(Collection<UUID> captures) throws SQLException {
        OptionalInt width = alertPartitions.get();
        Map<UUID, Drain> known = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SQL)) {
            select.setArray(1, Columns.uuids(connection, captures));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Drain drain = read(row, width);
                    known.put(drain.captureId(), drain);
                }
            }
        } catch (Unreadable bug) {
            throw new IllegalStateException("a stored capture state cannot be read", bug);
        }
        List<Drain> drains = new ArrayList<>();
        for (UUID id : captures) {
            drains.add(known.getOrDefault(id, new Drain(id, null, Drain.Arrived.NOTHING, Drain.Arrived.NOTHING)));
        }
        return drains;
    }

    private static Drain read(ResultSet row, OptionalInt alertPartitions) throws SQLException, Unreadable {
        var flows = new Drain.Arrived(
                row.getLong("flow_markers"),
                Columns.number(row, "flow_partitions"),
                row.getLong("flows_announced"),
                row.getLong("flows_stored"),
                row.getLong("flows_unreadable"));
        Long flowPartitions = Columns.number(row, "marker_width");
        var alerts = new Drain.Arrived(
                row.getLong("alert_markers"),
                expected(flowPartitions, alertPartitions),
                row.getLong("alerts_announced"),
                row.getLong("alerts_stored"),
                0);
        CaptureState state = Codec.decode(Columns.bytes(row, "body"), CaptureState.class);
        return new Drain(Columns.uuid(row, "id"), state, flows, alerts, through(row, flows, alerts));
    }

    /** How far a live source is through on every partition, or null before each had a mark of it. */
    private static @Nullable Long through(ResultSet row, Drain.Arrived flows, Drain.Arrived alerts)
            throws SQLException {
        Long flowsThrough = Columns.number(row, "flows_through");
        Long alertsThrough = Columns.number(row, "alerts_through");
        Long flowsExpected = flows.markersExpected();
        Long alertsExpected = alerts.markersExpected();
        if (flowsThrough == null || alertsThrough == null || flowsExpected == null || alertsExpected == null) {
            return null;
        }
        boolean everywhere = row.getLong("flow_marks") >= flowsExpected && row.getLong("alert_marks") >= alertsExpected;
        return everywhere ? Math.min(flowsThrough, alertsThrough) : null;
    }

    private static @Nullable Long expected(@Nullable Long flowPartitions, OptionalInt alertPartitions) {
        return flowPartitions == null || alertPartitions.isEmpty() ? null : flowPartitions * alertPartitions.getAsInt();
    }
}
