package io.wirecase.report.store;

import io.wirecase.core.net.IpAddress;
import io.wirecase.report.input.ReportScope;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The condition that keeps a query inside a report: its captures, its time span and its hosts. Values are bound, never
 * written into the text.
 */
final class FlowScope {

    private final StringBuilder where = new StringBuilder();
    private final List<Value> values = new ArrayList<>();

    private FlowScope() {}

    /** Flows of captures, at any time. */
    static FlowScope captures(Collection<UUID> captures) {
        FlowScope scope = new FlowScope();
        List<UUID> ids = List.copyOf(captures);
        return scope.and("capture_id = ANY (?)", c -> Columns.uuids(c, ids));
    }

    /** Flows of captures that began within the report's span; only those of its hosts where it names some. */
    static FlowScope of(ReportScope report, Collection<UUID> captures) {
        FlowScope scope = captures(captures);
        Long since = report.sinceNanos();
        Long until = report.untilNanos();
        if (since != null) {
            scope.and("start_nanos >= ?", c -> since);
        }
        if (until != null) {
            scope.and("start_nanos < ?", c -> until);
        }
        if (!report.hosts().isEmpty()) {
            scope.and("(originator = ANY (?) OR responder = ANY (?))", addresses(report.hosts()));
            scope.values.add(addresses(report.hosts()));
        }
        return scope;
    }

    FlowScope site(String site) {
        return and("site = ?", c -> Columns.text(site));
    }

    FlowScope originator(IpAddress host) {
        return and("originator = ?", c -> host.bytes());
    }

    FlowScope party(IpAddress host) {
        and("(originator = ? OR responder = ?)", c -> host.bytes());
        values.add(c -> host.bytes());
        return this;
    }

    FlowScope between(IpAddress host, Collection<IpAddress> peers) {
        and("(originator = ? AND responder = ANY (?) OR responder = ? AND originator = ANY (?))", c -> host.bytes());
        values.add(addresses(peers));
        values.add(c -> host.bytes());
        values.add(addresses(peers));
        return this;
    }

    FlowScope startedWithin(long fromNanos, long toNanos) {
        and("start_nanos BETWEEN ? AND ?", c -> fromNanos);
        values.add(c -> toNanos);
        return this;
    }

    /** The condition, for after WHERE. */
    String sql() {
        return where.toString();
    }

    /** Binds the values from an index on. @return the next free index */
    int bind(PreparedStatement statement, int from) throws SQLException {
        int index = from;
        for (Value value : values) {
            Object bound = value.of(statement.getConnection());
            if (bound instanceof Array array) {
                statement.setArray(index, array);
            } else if (bound instanceof byte[] bytes) {
                statement.setBytes(index, bytes);
            } else {
                statement.setObject(index, bound);
            }
            index++;
        }
        return index;
    }

    private FlowScope and(String condition, Value value) {
        where.append(where.isEmpty() ? "" : " AND ").append(condition);
        values.add(value);
        return this;
    }

    private static Value addresses(Collection<IpAddress> addresses) {
        List<IpAddress> kept = List.copyOf(addresses);
        return c -> Columns.addresses(c, kept);
    }

    /** A value to bind. */
    @FunctionalInterface
    private interface Value {
        Object of(Connection connection) throws SQLException;
    }
}
