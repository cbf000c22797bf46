package io.wirecase.report.store;

import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.Unreadable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** All stored alerts that hold, one by one, in constant memory. Thread-safe. */
public final class AlertScan {

    private static final int FETCH = 500;
    private static final String SQL = """
            SELECT a.body FROM alert a JOIN capture c ON c.id = a.capture_id
            WHERE a.status <> 'WITHDRAWN' AND a.capture_revision IN (0, c.revision)
                AND (?::text IS NULL OR a.site = ?) AND (?::text IS NULL OR ? = ANY (a.codes))
            ORDER BY a.event_nanos, a.id
            """;

    private final DataSource database;

    /** A scan of a database whose schema is in place. */
    public AlertScan(DataSource database) {
        this.database = database;
    }

    /**
     * Hands out every alert, in the order of time.
     *
     * @param site only of this site, or null for all
     * @param code only with this finding, or null for all
     */
    public void each(@Nullable String site, @Nullable String code, Consumer<EnrichedAlert> taker) throws SQLException {
        String column = site == null ? null : Columns.text(site);
        try (Connection connection = database.getConnection();
                PreparedStatement select = cursor(connection, SQL)) {
            for (int i = 1; i <= 2; i++) {
                select.setObject(i, column, Types.VARCHAR);
                select.setObject(i + 2, code, Types.VARCHAR);
            }
            read(select, enriched -> {
                taker.accept(enriched);
                return true;
            });
            connection.rollback();
        }
    }

    /** Reads alerts until the taker has enough. @return whether all were read */
    static boolean read(PreparedStatement select, Predicate<EnrichedAlert> taker) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                if (!taker.test(Codec.decode(Columns.bytes(rows, "body"), EnrichedAlert.class))) {
                    return false;
                }
            }
            return true;
        } catch (Unreadable bug) {
            throw new IllegalStateException("a stored alert cannot be read", bug);
        }
    }

    /** The driver hands out rows bit by bit only inside a transaction. */
    static PreparedStatement cursor(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(false);
        PreparedStatement select = connection.prepareStatement(sql);
        select.setFetchSize(FETCH);
        return select;
    }
}
