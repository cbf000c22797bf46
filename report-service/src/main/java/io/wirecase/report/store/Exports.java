package io.wirecase.report.store;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.report.suppression.Sieve;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Everything of a capture, row by row, in constant memory. Thread-safe. */
public final class Exports {

    private static final int FETCH = 500;
    private static final String MARK = "\"suppressed\":{";

    private final DataSource database;

    /** Exports from a database whose schema is in place. */
    public Exports(DataSource database) {
        this.database = database;
    }

    /** Takes a flow. */
    @FunctionalInterface
    public interface FlowTaker {
        /**
         * Takes a flow in its last part.
         *
         * @param codes the codes of its alert's findings, empty without an alert
         * @param score its alert's score, or null without an alert
         */
        void take(Flow flow, List<String> codes, @Nullable Integer score) throws IOException;
    }

    /** Takes an enriched alert's bytes, as on the bus. */
    @FunctionalInterface
    public interface AlertTaker {
        /** Takes an alert. */
        void take(byte[] body) throws IOException;
    }

    /** The flows of a capture's present revision by start, first packet and id. */
    public void flows(UUID capture, FlowTaker taker) throws SQLException, IOException {
        String sql = """
                SELECT f.whole, a.codes, a.score FROM flow_current f
                LEFT JOIN alert a ON a.flow_id = f.flow_id AND a.kind = 'flow' AND a.status <> 'WITHDRAWN'
                WHERE f.capture_id = ? ORDER BY f.start_nanos, f.first_packet, f.flow_id
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement select = cursor(connection, sql)) {
            select.setObject(1, capture);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Optional<Flow> flow = StoredFlows.flow(Columns.bytes(rows, "whole"));
                    if (flow.isPresent()) {
                        taker.take(flow.get(), Columns.strings(rows, "codes"), Columns.small(rows, "score"));
                    }
                }
            }
            connection.rollback();
        }
    }

    /**
     * The alerts that draw on a capture, by event time and id, each with what the rules say of it now. The bytes of one
     * that no rule ever covered are as they were on the bus.
     *
     * @param withHidden whether those that rules hide come too
     */
    public void alerts(UUID capture, int minScore, boolean withHidden, Sieve sieve, AlertTaker taker)
            throws SQLException, IOException {
        if (sieve.keepsTime()) {
            each(capture, minScore, body -> sieve.time(enriched(body)));
        }
        each(capture, minScore, body -> {
            if (!sieve.any() && !marked(body)) {
                taker.take(body);
                return;
            }
            EnrichedAlert enriched = enriched(body);
            EnrichedAlert now = sieve.marked(enriched);
            boolean shown = sieve.pass(enriched).isPresent();
            if (shown || withHidden) {
                boolean same = now.suppressed() == null && !marked(body);
                taker.take(same ? body : Codec.encode(now));
            }
        });
    }

    private void each(UUID capture, int minScore, AlertTaker taker) throws SQLException, IOException {
        String sql = """
                SELECT a.body FROM alert a JOIN capture c ON c.id = a.capture_id
                WHERE a.captures && ? AND a.score >= ? AND a.status <> 'WITHDRAWN'
                    AND a.capture_revision IN (0, c.revision)
                ORDER BY a.event_nanos, a.id
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement select = cursor(connection, sql)) {
            select.setArray(1, Columns.uuids(connection, List.of(capture)));
            select.setInt(2, minScore);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    taker.take(Columns.bytes(rows, "body"));
                }
            }
            connection.rollback();
        }
    }

    /** Whether a record may hold a mark; text from packets may look like one and costs no more than a second look. */
    private static boolean marked(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1).contains(MARK);
    }

    private static EnrichedAlert enriched(byte[] body) {
        try {
            return Codec.decode(body, EnrichedAlert.class);
        } catch (Unreadable bug) {
            throw new IllegalStateException("a stored alert cannot be read", bug);
        }
    }

    /** The driver hands out rows bit by bit only inside a transaction. */
    private static PreparedStatement cursor(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(false);
        PreparedStatement select = connection.prepareStatement(sql);
        select.setFetchSize(FETCH);
        return select;
    }
}
