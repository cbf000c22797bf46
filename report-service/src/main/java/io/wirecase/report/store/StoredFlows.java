package io.wirecase.report.store;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.report.input.FlowPage;
import io.wirecase.report.input.FlowSource;
import io.wirecase.report.input.FlowTotals;
import io.wirecase.report.input.History;
import io.wirecase.report.input.HostFacts;
import io.wirecase.report.input.ReportScope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A report's view on the stored flows. Made for one report and one thread.
 *
 * @see FlowSource
 */
public final class StoredFlows implements FlowSource {

    private static final Logger LOG = Logger.getLogger(StoredFlows.class);
    private static final String ORDER = " ORDER BY start_nanos, first_packet, flow_id";

    private final DataSource database;
    private final ReportScope scope;
    private final List<UUID> captures;
    private final Networks networks;
    private final Map<String, SiteFacts> sites = new HashMap<>();
    private boolean leftOut;

    /**
     * A view.
     *
     * @param captures the captures in scope, already found
     * @param networks what is internal
     */
    public StoredFlows(DataSource database, ReportScope scope, Collection<UUID> captures, Networks networks) {
        this.database = database;
        this.scope = scope;
        this.captures = List.copyOf(captures);
        this.networks = networks;
    }

    @Override
    public FlowPage between(String site, IpAddress host, Set<IpAddress> peers, int limit) {
        return page(FlowScope.of(scope, captures).site(site).between(host, peers), limit);
    }

    @Override
    public FlowPage startedBy(String site, IpAddress host, long fromNanos, long toNanos, int limit) {
        return page(FlowScope.captures(captures).site(site).originator(host).startedWithin(fromNanos, toNanos), limit);
    }

    @Override
    public HostFacts host(String site, IpAddress host) {
        FlowScope all = FlowScope.captures(captures).site(site).party(host);
        FlowScope own = FlowScope.captures(captures).site(site).originator(host);
        try (Connection connection = database.getConnection()) {
            long flows = count(connection, all, "count(*)");
            long dns = count(connection, own, "count(*) FILTER (WHERE application ~ '^M?DNS')");
            String names = "(SELECT resolved_name AS v FROM flow_current WHERE " + own.sql()
                    + " UNION SELECT http_host FROM flow_current WHERE " + own.sql()
                    + " UNION SELECT server_name FROM flow_current WHERE " + own.sql() + ")";
            String agents = "(SELECT DISTINCT user_agent AS v FROM flow_current WHERE " + own.sql() + ")";
            return new HostFacts(
                    flows,
                    dns,
                    texts(connection, names, List.of(own, own, own)),
                    texts(connection, agents, List.of(own)));
        } catch (SQLException away) {
            throw new StoreException(away);
        }
    }

    @Override
    public History history(String site, IpAddress host, Set<IpAddress> peers) {
        SiteFacts facts = sites.computeIfAbsent(site, this::site);
        try (Connection connection = database.getConnection()) {
            Long pairFirst = null;
            int withPeers = 0;
            for (IpAddress internal : internal(connection, site, peers)) {
                withPeers++;
                if (internal.equals(host)) {
                    pairFirst = firstBetween(connection, site, host, peers);
                }
            }
            if (pairFirst == null && !networks.internal(host)) {
                pairFirst = firstBetween(connection, site, host, peers);
            }
            return new History(facts.first(), facts.last(), pairFirst, facts.hosts(), withPeers);
        } catch (SQLException away) {
            throw new StoreException(away);
        }
    }

    @Override
    public FlowTotals totals(int most) {
        try (Connection connection = database.getConnection()) {
            return new TotalsQuery(connection, FlowScope.of(scope, captures), most).run();
        } catch (SQLException away) {
            throw new StoreException(away);
        }
    }

    @Override
    public long series(int least) {
        FlowScope all = FlowScope.of(scope, captures);
        String destination = "coalesce(server_name, http_host, resolved_name, encode(responder, 'hex'))";
        String sql = "SELECT count(*) FROM (SELECT 1 FROM flow_current WHERE " + all.sql()
                + " GROUP BY site, originator, " + destination + ", responder_port HAVING count(*) >= ?) series";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(all.bind(select, 1), least);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        } catch (SQLException away) {
            throw new StoreException(away);
        }
    }

    @Override
    public boolean leftOut() {
        return leftOut;
    }

    private FlowPage page(FlowScope where, int limit) {
        String sql = "SELECT whole FROM flow_current WHERE " + where.sql() + ORDER + " LIMIT ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(where.bind(select, 1), limit);
            List<Flow> flows = new ArrayList<>();
            int read = 0;
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    read++;
                    flow(Columns.bytes(rows, "whole")).ifPresentOrElse(flows::add, () -> leftOut = true);
                }
            }
            long total = read < limit ? flows.size() : count(connection, where, "count(*)");
            return new FlowPage(flows, total);
        } catch (SQLException away) {
            throw new StoreException(away);
        }
    }

    private SiteFacts site(String site) {
        String sql = "SELECT min(start_nanos) AS first, max(start_nanos) AS last FROM flow_current WHERE site = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, Columns.text(site));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new SiteFacts(
                        Columns.number(row, "first"),
                        Columns.number(row, "last"),
                        internal(connection, site, Set.of()).size());
            }
        } catch (SQLException away) {
            throw new StoreException(away);
        }
    }

    /** Internal addresses of a site that exchanged flows with some peers, or with anyone when none are named. */
    private List<IpAddress> internal(Connection connection, String site, Set<IpAddress> peers) throws SQLException {
        String from = peers.isEmpty() ? "" : " AND responder = ANY (?)";
        String to = peers.isEmpty() ? "" : " AND originator = ANY (?)";
        String sql = "SELECT originator AS address FROM flow_current WHERE site = ?" + from
                + " UNION SELECT responder FROM flow_current WHERE site = ?" + to;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int index = 1;
            for (int half = 0; half < 2; half++) {
                select.setString(index++, Columns.text(site));
                if (!peers.isEmpty()) {
                    select.setArray(index++, Columns.addresses(connection, peers));
                }
            }
            List<IpAddress> internal = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    IpAddress address = IpAddress.of(Columns.bytes(rows, "address"));
                    if (networks.internal(address)) {
                        internal.add(address);
                    }
                }
            }
            return internal;
        }
    }

    private static @Nullable Long firstBetween(Connection connection, String site, IpAddress host, Set<IpAddress> peers)
            throws SQLException {
        String sql = "SELECT min(start_nanos) AS first FROM flow_current WHERE site = ? AND "
                + "(originator = ? AND responder = ANY (?) OR responder = ? AND originator = ANY (?))";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, Columns.text(site));
            select.setBytes(2, host.bytes());
            select.setArray(3, Columns.addresses(connection, peers));
            select.setBytes(4, host.bytes());
            select.setArray(5, Columns.addresses(connection, peers));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Columns.number(row, "first");
            }
        }
    }

    private static long count(Connection connection, FlowScope where, String what) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT " + what + " FROM flow_current WHERE " + where.sql())) {
            where.bind(select, 1);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static List<UntrustedText> texts(Connection connection, String from, List<FlowScope> bound)
            throws SQLException {
        // Byte order, not the database's language, so that every machine lists the same texts.
        String sql = "SELECT v FROM " + from + " t WHERE v IS NOT NULL ORDER BY v COLLATE \"C\" LIMIT ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int index = 1;
            for (FlowScope scope : bound) {
                index = scope.bind(select, index);
            }
            select.setInt(index, HostFacts.MAX_NAMES);
            List<UntrustedText> texts = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    texts.add(new UntrustedText(rows.getString(1)));
                }
            }
            return texts;
        }
    }

    /** A stored flow; empty when another version wrote it in a form that this one cannot read. */
    static Optional<Flow> flow(byte[] whole) {
        try {
            return Optional.of(Codec.decodeFlow(whole));
        } catch (Unreadable foreign) {
            LOG.warnf("a stored flow is left out: %s", new UntrustedText(String.valueOf(foreign.getMessage())));
            return Optional.empty();
        }
    }

    private record SiteFacts(@Nullable Long first, @Nullable Long last, int hosts) {}
}
