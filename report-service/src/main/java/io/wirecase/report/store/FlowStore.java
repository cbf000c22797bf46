package io.wirecase.report.store;

import io.wirecase.core.wire.EndMarker;
import io.wirecase.core.wire.Topics;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Stores flows by COPY, in one database transaction with the counts and with the offsets they came from: whatever is
 * killed when, each record counts once. Thread-safe.
 */
public final class FlowStore {

    private static final String TOPIC = Topics.FLOWS.name();

    private final DataSource database;
    private final Set<Long> knownDays = ConcurrentHashMap.newKeySet();

    /** A store in a database whose schema is in place. */
    public FlowStore(DataSource database) {
        this.database = database;
    }

    /** Whether a batch was stored. */
    public enum Outcome {
        STORED,
        /** Another reader stored from the same place first: read the offsets again. */
        OVERTAKEN
    }

    /** The next offset to read of each partition; 0 where nothing was read yet. */
    public Map<Integer, Long> offsets(Collection<Integer> partitions) throws SQLException {
        Map<Integer, Long> offsets = new TreeMap<>();
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO flow_offset VALUES (?, ?, 0) ON CONFLICT DO NOTHING")) {
                for (int partition : partitions) {
                    insert.setString(1, TOPIC);
                    insert.setInt(2, partition);
                    insert.executeUpdate();
                }
            }
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT next_offset FROM flow_offset WHERE topic = ? AND partition_id = ?")) {
                for (int partition : partitions) {
                    select.setString(1, TOPIC);
                    select.setInt(2, partition);
                    try (ResultSet row = select.executeQuery()) {
                        offsets.put(partition, row.next() ? row.getLong(1) : 0L);
                    }
                }
            }
        }
        return offsets;
    }

    /** Stores a batch whole or not at all. @throws SQLException when nothing was stored, or it is not known whether */
    public Outcome store(FlowBatch batch) throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (long day : batch.days()) {
                ensureDay(connection, day);
            }
            connection.setAutoCommit(false);
            try {
                Outcome outcome = write(connection, batch);
                if (outcome == Outcome.STORED) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                return outcome;
            } catch (SQLException failed) {
                rollback(connection, failed);
                throw failed;
            }
        }
    }

    private static Outcome write(Connection connection, FlowBatch batch) throws SQLException {
        // The offsets first: their row locks make two readers of one partition take turns.
        try (PreparedStatement move = connection.prepareStatement(
                "UPDATE flow_offset SET next_offset = ? WHERE topic = ? AND partition_id = ? AND next_offset = ?")) {
            for (Map.Entry<Integer, FlowBatch.Move> entry : batch.moves().entrySet()) {
                move.setLong(1, entry.getValue().next());
                move.setString(2, TOPIC);
                move.setInt(3, entry.getKey());
                move.setLong(4, entry.getValue().from());
                if (move.executeUpdate() == 0) {
                    return Outcome.OVERTAKEN;
                }
            }
        }
        if (batch.flows() > 0) {
            copy(connection, batch.rows().finish());
        }
        count(connection, batch);
        return Outcome.STORED;
    }

    private static void copy(Connection connection, byte[] rows) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(FlowRow.COPY);
        try {
            copy.writeToCopy(rows, 0, rows.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void count(Connection connection, FlowBatch batch) throws SQLException {
        String sql = """
                INSERT INTO flow_count AS c
                    (capture_id, revision, partition_id, stored, unreadable, announced, partitions,
                     through_nanos, ended)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (capture_id, revision, partition_id) DO UPDATE SET
                    stored = c.stored + excluded.stored,
                    unreadable = c.unreadable + excluded.unreadable,
                    announced = coalesce(excluded.announced, c.announced),
                    partitions = coalesce(excluded.partitions, c.partitions),
                    through_nanos = coalesce(excluded.through_nanos, c.through_nanos),
                    ended = c.ended OR excluded.ended
                """;
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            for (Map.Entry<FlowBatch.Slot, FlowBatch.Count> entry :
                    batch.counts().entrySet()) {
                FlowBatch.Count count = entry.getValue();
                EndMarker marker = count.marker;
                upsert.setObject(1, entry.getKey().captureId());
                upsert.setInt(2, entry.getKey().revision());
                upsert.setInt(3, entry.getKey().partition());
                upsert.setLong(4, count.stored);
                upsert.setLong(5, count.unreadable);
                if (marker == null) {
                    upsert.setNull(6, Types.BIGINT);
                    upsert.setNull(7, Types.INTEGER);
                } else {
                    upsert.setLong(6, marker.flows());
                    upsert.setInt(7, marker.flowPartitions());
                }
                upsert.setObject(8, marker == null ? null : marker.throughNanos(), Types.BIGINT);
                upsert.setBoolean(9, marker != null && marker.last());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    /** A day's partition, made before the batch's transaction: making it locks the table for a moment. */
    private void ensureDay(Connection connection, long epochDay) throws SQLException {
        if (knownDays.contains(epochDay)) {
            return;
        }
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        String name = "flow_fact_" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
        try (Statement create = connection.createStatement()) {
            create.execute("CREATE TABLE IF NOT EXISTS " + name + " PARTITION OF flow_fact FOR VALUES FROM ('" + day
                    + "') TO ('" + day.plusDays(1) + "')");
        }
        knownDays.add(epochDay);
    }

    private static void rollback(Connection connection, SQLException reason) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            reason.addSuppressed(gone);
        }
    }
}
