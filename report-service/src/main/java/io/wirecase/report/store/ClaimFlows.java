package io.wirecase.report.store;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.Unreadable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Which captures the flows are of that a claim rests on, by its own inputs or by those of its alerts. Thread-safe. */
public final class ClaimFlows {

    private final DataSource database;

    /** A query on a database whose schema is in place. */
    public ClaimFlows(DataSource database) {
        this.database = database;
    }

    /**
     * A flow and where it is.
     *
     * @param capture its capture
     * @param revision the capture's revision it is of
     * @param flow its id
     */
    public record Place(UUID capture, int revision, UUID flow) {}

    /**
     * Where flows are.
     *
     * @param captures the captures to look in
     * @param flows ids of flows
     * @param alerts ids of alerts: the flow of each, or its examples, are meant too
     * @throws SQLException when the database is away
     */
    public List<Place> find(Collection<UUID> captures, Collection<UUID> flows, Collection<UUID> alerts)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            Set<UUID> wanted = new LinkedHashSet<>(flows);
            wanted.addAll(ofAlerts(connection, alerts));
            String sql = "SELECT DISTINCT capture_id, revision, flow_id FROM flow_fact"
                    + " WHERE capture_id = ANY (?) AND flow_id = ANY (?) ORDER BY capture_id, revision, flow_id";
            List<Place> places = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setArray(1, Columns.uuids(connection, captures));
                select.setArray(2, Columns.uuids(connection, wanted));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        places.add(new Place(
                                Columns.uuid(rows, "capture_id"),
                                rows.getInt("revision"),
                                Columns.uuid(rows, "flow_id")));
                    }
                }
            }
            return places;
        }
    }

    private static Set<UUID> ofAlerts(Connection connection, Collection<UUID> alerts) throws SQLException {
        Set<UUID> flows = new LinkedHashSet<>();
        if (alerts.isEmpty()) {
            return flows;
        }
        try (PreparedStatement select = connection.prepareStatement("SELECT body FROM alert WHERE id = ANY (?)")) {
            select.setArray(1, Columns.uuids(connection, alerts));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    add(
                            Codec.decode(Columns.bytes(rows, "body"), EnrichedAlert.class)
                                    .alert(),
                            flows);
                }
            }
        } catch (Unreadable bug) {
            throw new IllegalStateException("a stored alert cannot be read", bug);
        }
        return flows;
    }

    private static void add(Alert alert, Set<UUID> flows) {
        Flow flow = alert.evidence().flow();
        Behaviour behaviour = alert.evidence().behaviour();
        if (flow != null) {
            flows.add(flow.id());
        } else if (behaviour != null) {
            behaviour.examples().forEach(example -> flows.add(example.id()));
        }
    }
}
