package io.wirecase.report.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Sees to it that one instance builds a report, however many there are. The lock is the database connection's: an
 * instance that dies gives it back.
 */
public final class BuildLock {

    private final DataSource database;

    /** Locks of a database. */
    public BuildLock(DataSource database) {
        this.database = database;
    }

    /** Runs the work unless another instance is at it. */
    public void ifFree(UUID report, Runnable work) throws SQLException {
        long key = report.getMostSignificantBits() ^ report.getLeastSignificantBits();
        try (Connection connection = database.getConnection()) {
            if (ask(connection, "SELECT pg_try_advisory_lock(?)", key)) {
                try {
                    work.run();
                } finally {
                    ask(connection, "SELECT pg_advisory_unlock(?)", key);
                }
            }
        }
    }

    private static boolean ask(Connection connection, String sql, long key) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(sql)) {
            ask.setLong(1, key);
            try (ResultSet answer = ask.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
