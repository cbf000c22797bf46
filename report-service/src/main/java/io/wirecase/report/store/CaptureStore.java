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
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The latest state of each capture. Thread-safe. */
public final class CaptureStore {

    private final DataSource database;

    /** A store in a database whose schema is in place. */
    public CaptureStore(DataSource database) {
        this.database = database;
    }

    /** Keeps states; an older state of a capture, delivered again, never replaces a newer one. */
    public void store(List<CaptureState> states) throws SQLException {
        String sql = """
                INSERT INTO capture AS c (id, revision, site, name, state, state_rank, body)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, site = excluded.site,
                    name = excluded.name, state = excluded.state, state_rank = excluded.state_rank,
                    body = excluded.body, updated = now()
                WHERE (excluded.revision, excluded.state_rank) >= (c.revision, c.state_rank)
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(sql)) {
            for (CaptureState state : states) {
                upsert.setObject(1, state.id());
                upsert.setInt(2, state.revision());
                upsert.setString(3, Columns.text(state.site()));
                upsert.setString(4, Columns.text(state.name()));
                upsert.setString(5, state.state().name());
                upsert.setInt(6, rank(state.state()));
                upsert.setBytes(7, Codec.encode(state));
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    /** The states of some captures, in id order; those not known or deleted are left out. */
    public List<CaptureState> find(Collection<UUID> ids) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT body FROM capture WHERE id = ANY (?) AND state <> 'DELETED' ORDER BY id")) {
            select.setArray(1, Columns.uuids(connection, ids));
            return read(select);
        }
    }

    /** All captures but superseded and deleted ones, in id order. */
    public List<CaptureState> all() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT body FROM capture WHERE state NOT IN ('SUPERSEDED', 'DELETED') ORDER BY id")) {
            return read(select);
        }
    }

    private static List<CaptureState> read(PreparedStatement select) throws SQLException {
        List<CaptureState> states = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                states.add(Codec.decode(Columns.bytes(rows, "body"), CaptureState.class));
            }
        } catch (Unreadable bug) {
            throw new IllegalStateException("a stored capture state cannot be read", bug);
        }
        return states;
    }

    private static int rank(CaptureState.State state) {
        return switch (state) {
            case ACCEPTED -> 0;
            case READING -> 1;
            case COMPLETED, FAILED -> 2;
            case SUPERSEDED -> 3;
            case DELETED -> 4;
        };
    }
}
