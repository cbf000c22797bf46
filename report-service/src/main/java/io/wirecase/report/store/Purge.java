package io.wirecase.report.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Removes what was derived from captures that were deleted: their flows, every alert that draws on one of them, alone
 * or with other captures, since its counts cannot be taken apart, and every report that rests on one. Thread-safe.
 */
public final class Purge {

    /** Longer than any topic keeps a record that could still arrive. */
    public static final Duration LATEST = Duration.ofDays(31);

    private static final List<String> BY_REVISION = List.of(
            "DELETE FROM flow_fact WHERE capture_id = ? AND revision <= ?",
            "DELETE FROM flow_count WHERE capture_id = ? AND revision <= ?",
            "DELETE FROM alert_receipt WHERE capture_id = ? AND capture_revision <= ?",
            "DELETE FROM alert_marker WHERE capture_id = ? AND revision <= ?");

    private final DataSource database;

    /** A purge of a database whose schema is in place. */
    public Purge(DataSource database) {
        this.database = database;
    }

    /**
     * Removes all of a capture.
     *
     * @param revision the highest revision that is deleted; a capture sent again after that has higher ones
     * @param problem what is answered from now on for its reports, a problem as JSON
     * @return how many reports were removed
     * @throws SQLException when nothing was removed
     */
    public int remove(UUID capture, int revision, byte[] problem) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                for (String sql : BY_REVISION) {
                    run(connection, sql, capture, revision);
                }
                run(
                        connection,
                        "DELETE FROM alert WHERE captures @> ARRAY[?]::uuid[]"
                                + " AND (capture_id <> ? OR capture_revision <= ?)",
                        capture,
                        capture,
                        revision);
                int reports = reports(connection, capture, problem);
                run(
                        connection,
                        "INSERT INTO capture_deletion AS d (capture_id, revision) VALUES (?, ?)"
                                + " ON CONFLICT (capture_id)"
                                + " DO UPDATE SET revision = greatest(d.revision, excluded.revision), deleted = now()",
                        capture,
                        revision);
                connection.commit();
                return reports;
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    /**
     * Removes what arrived late of captures that were deleted.
     *
     * @param since how long ago they were deleted at most; each costs a few looks into indexes
     * @throws SQLException when the database is away
     */
    public void again(Duration since) throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (Deleted deleted : recent(connection, since)) {
                for (String sql : BY_REVISION) {
                    run(connection, sql, deleted.capture(), deleted.revision());
                }
                run(
                        connection,
                        "DELETE FROM alert WHERE capture_id = ? AND capture_revision BETWEEN 1 AND ?",
                        deleted.capture(),
                        deleted.revision());
            }
        }
    }

    /** Their bytes go, who asked for them is told why, and so are readers of the reports topic. */
    private static int reports(Connection connection, UUID capture, byte[] problem) throws SQLException {
        // A request names its captures as texts; an id cannot stand in it by chance.
        String resting = "position(convert_to(?, 'UTF8') IN request) > 0";
        run(
                connection,
                "DELETE FROM report_body WHERE report_id IN (SELECT id FROM report WHERE " + resting + ")",
                capture.toString());
        return run(
                connection,
                "UPDATE report SET state = 'FAILED', failure = ?, title = NULL, file_name = NULL, announced = NULL,"
                        + " announcement = CASE WHEN announcement IS NULL THEN NULL ELSE ''::bytea END WHERE "
                        + resting,
                problem,
                capture.toString());
    }

    private static List<Deleted> recent(Connection connection, Duration since) throws SQLException {
        String sql =
                "SELECT capture_id, revision FROM capture_deletion WHERE deleted > now() - make_interval(secs => ?)";
        List<Deleted> recent = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setDouble(1, since.toSeconds());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    recent.add(new Deleted(Columns.uuid(rows, "capture_id"), rows.getInt("revision")));
                }
            }
        }
        return recent;
    }

    private static int run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof byte[] bytes) {
                    statement.setBytes(i + 1, bytes);
                } else {
                    statement.setObject(i + 1, values[i]);
                }
            }
            return statement.executeUpdate();
        }
    }

    private record Deleted(UUID capture, int revision) {}
}
