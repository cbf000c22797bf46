package io.wirecase.report.store;

import io.wirecase.core.suppression.RuleBook;
import io.wirecase.core.suppression.Suppression;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.Unreadable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Suppression rules, and which of their changes others were not told of yet. A change and the duty to tell it are one
 * row, so that neither is without the other. Thread-safe.
 */
public final class SuppressionStore {

    private final DataSource database;

    /** A store in a database whose schema is in place. */
    public SuppressionStore(DataSource database) {
        this.database = database;
    }

    /**
     * A change that others are to be told of.
     *
     * @param id the rule's id
     * @param revision the revision that is told
     * @param body the rule as an event, or empty when it was removed
     */
    public record Change(UUID id, int revision, Optional<byte[]> body) {}

    /** All rules, by id. */
    public List<Suppression> all() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT body FROM suppression WHERE NOT removed ORDER BY id")) {
            return read(select);
        }
    }

    /** All rules, ready to be compared with alerts. */
    public RuleBook book() throws SQLException {
        return new RuleBook(all());
    }

    /** A rule, or empty when there is none of that id. */
    public Optional<Suppression> find(UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT body FROM suppression WHERE id = ? AND NOT removed")) {
            select.setObject(1, id);
            return read(select).stream().findFirst();
        }
    }

    /** Keeps a new rule. @return false when there are as many as there may be */
    public boolean create(Suppression rule, int most) throws SQLException {
        String sql = """
                INSERT INTO suppression (id, revision, body)
                SELECT ?, ?, ? WHERE (SELECT count(*) FROM suppression WHERE NOT removed) < ?
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, rule.id());
            insert.setInt(2, rule.revision());
            insert.setBytes(3, Codec.encode(rule));
            insert.setInt(4, most);
            return insert.executeUpdate() > 0;
        }
    }

    /** Keeps a rule's next revision. @return false when the one before is not the present one */
    public boolean replace(Suppression rule) throws SQLException {
        String sql = "UPDATE suppression SET revision = ?, body = ? WHERE id = ? AND revision = ? AND NOT removed";
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setInt(1, rule.revision());
            update.setBytes(2, Codec.encode(rule));
            update.setObject(3, rule.id());
            update.setInt(4, rule.revision() - 1);
            return update.executeUpdate() > 0;
        }
    }

    /** Removes a rule. @return false when its present revision is not this one */
    public boolean remove(UUID id, int revision) throws SQLException {
        String sql = "UPDATE suppression SET revision = revision + 1, removed = true"
                + " WHERE id = ? AND revision = ? AND NOT removed";
        return run(sql, id, revision);
    }

    /** Rules with a change that others were not told of. */
    public List<UUID> unpublished() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT id FROM suppression WHERE published < revision ORDER BY id");
                ResultSet rows = select.executeQuery()) {
            List<UUID> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(Columns.uuid(rows, "id"));
            }
            return ids;
        }
    }

    /** What is to be told of a rule as it is now; empty when all was told. */
    public Optional<Change> change(UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT revision, removed, body FROM suppression WHERE id = ? AND published < revision")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Optional<byte[]> body =
                        row.getBoolean("removed") ? Optional.empty() : Optional.of(Columns.bytes(row, "body"));
                return Optional.of(new Change(id, row.getInt("revision"), body));
            }
        }
    }

    /** Notes that others were told; a removed rule is forgotten by that. */
    public void published(Change change) throws SQLException {
        run(
                change.body().isEmpty()
                        ? "DELETE FROM suppression WHERE id = ? AND revision = ? AND removed"
                        : "UPDATE suppression SET published = greatest(published, r.told)"
                                + " FROM (SELECT ?::uuid AS id, ?::integer AS told) r WHERE suppression.id = r.id",
                change.id(),
                change.revision());
    }

    private boolean run(String sql, UUID id, int revision) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.setInt(2, revision);
            return statement.executeUpdate() > 0;
        }
    }

    private static List<Suppression> read(PreparedStatement select) throws SQLException {
        List<Suppression> rules = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                rules.add(Codec.decode(Columns.bytes(rows, "body"), Suppression.class));
            }
        } catch (Unreadable bug) {
            throw new IllegalStateException("a stored suppression rule cannot be read", bug);
        }
        return rules;
    }
}
