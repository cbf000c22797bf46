package io.wirecase.report.store;

import io.wirecase.core.net.IpAddress;
import io.wirecase.report.input.FlowTotals;
import io.wirecase.report.input.FlowTotals.Conversation;
import io.wirecase.report.input.FlowTotals.Minute;
import io.wirecase.report.input.FlowTotals.Protocol;
import io.wirecase.report.input.FlowTotals.Talker;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The totals of a report's traffic: grouped in the database, so that no flow travels for them. */
final class TotalsQuery {

    private static final String SUMS = "sum(out_packets + in_packets)::bigint AS packets, "
            + "sum(out_frame_bytes + in_frame_bytes)::bigint AS bytes, count(*) AS flows";
    /** IPv4 before IPv6, each by value: how addresses are ordered everywhere. */
    private static final String BY_ADDRESS = "length(%1$s), %1$s";

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final Connection connection;
    private final FlowScope scope;
    private final int most;

    TotalsQuery(Connection connection, FlowScope scope, int most) {
        this.connection = connection;
        this.scope = scope;
        this.most = most;
    }

    FlowTotals run() throws SQLException {
        List<Protocol> all = list("SELECT 'all' AS name, " + SUMS + from(), 1, TotalsQuery::protocol);
        Protocol total = all.getFirst();
        return new FlowTotals(
                total.flows(),
                total.packets(),
                total.bytes(),
                protocols(),
                distinct("coalesce(application, transport)"),
                talkers(),
                one("SELECT count(*) FROM (SELECT originator" + from() + " UNION SELECT responder" + from() + ") t", 2),
                conversations(),
                one(
                        "SELECT count(*) FROM (SELECT DISTINCT least(originator, responder),"
                                + " greatest(originator, responder)" + from() + ") t",
                        1),
                busiestMinute());
    }

    private List<Protocol> protocols() throws SQLException {
        return list(
                "SELECT coalesce(application, transport) AS name, " + SUMS + from()
                        + " GROUP BY 1 ORDER BY bytes DESC, coalesce(application, transport) COLLATE \"C\"" + limit(),
                1,
                TotalsQuery::protocol);
    }

    private List<Talker> talkers() throws SQLException {
        String sql = """
                SELECT address, sum(packets)::bigint AS packets, sum(sent)::bigint AS sent,
                    sum(received)::bigint AS received, sum(flows)::bigint AS flows
                FROM (SELECT originator AS address, sum(out_packets + in_packets) AS packets,
                        sum(out_frame_bytes) AS sent, sum(in_frame_bytes) AS received, count(*) AS flows %1$s GROUP BY 1
                    UNION ALL
                    SELECT responder, sum(out_packets + in_packets),
                        sum(in_frame_bytes), sum(out_frame_bytes), count(*) %1$s GROUP BY 1) t
                GROUP BY address ORDER BY sum(sent + received) DESC, %2$s
                """.formatted(from(), BY_ADDRESS.formatted("address"));
        return list(
                sql + limit(),
                2,
                row -> new Talker(
                        IpAddress.of(Columns.bytes(row, "address")),
                        row.getLong("packets"),
                        row.getLong("sent"),
                        row.getLong("received"),
                        row.getLong("flows")));
    }

    private List<Conversation> conversations() throws SQLException {
        return list(
                "SELECT least(originator, responder) AS a, greatest(originator, responder) AS b, " + SUMS + from()
                        + " GROUP BY 1, 2 ORDER BY bytes DESC, " + BY_ADDRESS.formatted("least(originator, responder)")
                        + ", " + BY_ADDRESS.formatted("greatest(originator, responder)") + limit(),
                1,
                row -> new Conversation(
                        IpAddress.of(Columns.bytes(row, "a")),
                        IpAddress.of(Columns.bytes(row, "b")),
                        row.getLong("packets"),
                        row.getLong("bytes"),
                        row.getLong("flows")));
    }

    private @Nullable Minute busiestMinute() throws SQLException {
        String minute = "(start_nanos - mod(mod(start_nanos, " + MINUTE_NANOS + ") + " + MINUTE_NANOS + ", "
                + MINUTE_NANOS + "))";
        List<Minute> minutes = list(
                "SELECT " + minute + " AS minute, sum(out_packets + in_packets)::bigint AS packets" + from()
                        + " GROUP BY 1 ORDER BY packets DESC, minute LIMIT 1",
                1,
                row -> new Minute(row.getLong("minute"), row.getLong("packets")));
        return minutes.isEmpty() ? null : minutes.getFirst();
    }

    private long distinct(String what) throws SQLException {
        return one("SELECT count(DISTINCT " + what + ")" + from(), 1);
    }

    private long one(String sql, int scopes) throws SQLException {
        return list(sql, scopes, row -> row.getLong(1)).getFirst();
    }

    private String from() {
        return " FROM flow_current WHERE " + scope.sql();
    }

    private String limit() {
        return " LIMIT " + most;
    }

    private <T> List<T> list(String sql, int scopes, Reading<T> reading) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int index = 1;
            for (int i = 0; i < scopes; i++) {
                index = scope.bind(select, index);
            }
            List<T> values = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    values.add(reading.read(row));
                }
            }
            return values;
        }
    }

    private static Protocol protocol(ResultSet row) throws SQLException {
        return new Protocol(row.getString("name"), row.getLong("packets"), row.getLong("bytes"), row.getLong("flows"));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
