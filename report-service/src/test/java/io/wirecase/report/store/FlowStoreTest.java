package io.wirecase.report.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.report.input.FlowPage;
import io.wirecase.report.input.FlowTotals;
import io.wirecase.report.input.History;
import io.wirecase.report.input.HostFacts;
import io.wirecase.report.input.ReportScope;
import io.wirecase.report.testing.RealDatabase;
import io.wirecase.report.testing.Sample;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlowStoreTest {

    private static final long TODAY = 20_779;

    private static RealDatabase database;

    private final Sample capture = Sample.capture(1);
    private FlowStore store;

    @BeforeAll
    static void startDatabase() {
        database = RealDatabase.start();
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
    }

    @BeforeEach
    void emptyTables() throws SQLException {
        database.run("TRUNCATE flow_fact, flow_offset, flow_count, capture, alert, alert_receipt, alert_marker");
        store = new FlowStore(database.source());
        new CaptureStore(database.source()).store(List.of(capture.state(CaptureState.State.COMPLETED)));
        store.offsets(List.of(0, 1));
    }

    @Test
    void what_is_stored_is_what_was_sent() throws SQLException {
        Flow flow = capture.flow(1, 1, true, "evil\u0000\u202e<script>");

        store(0, 0, flow);

        assertThat(view().between(Sample.SITE, Sample.CLIENT, Set.of(Sample.SERVER), 10)
                        .flows())
                .containsExactly(flow);
    }

    @Test
    void offsets_counts_and_flows_move_together() throws SQLException {
        store(0, 0, capture.flow(1), capture.flow(2));

        assertThat(store.offsets(List.of(0, 1))).containsEntry(0, 1L).containsEntry(1, 0L);
        assertThat(database.number("SELECT stored FROM flow_count WHERE partition_id = 0"))
                .isEqualTo(2);
    }

    @Test
    void a_batch_read_from_a_place_that_another_reader_stored_is_void() throws SQLException {
        store(0, 0, capture.flow(1));

        FlowBatch late = batch(0, 0, capture.flow(1));

        assertThat(store.store(late)).isEqualTo(FlowStore.Outcome.OVERTAKEN);
        assertThat(database.number("SELECT count(*) FROM flow_fact")).isEqualTo(1);
    }

    @Test
    void a_batch_that_fails_halfway_leaves_nothing_behind() throws SQLException {
        database.run("ALTER TABLE flow_count ADD CONSTRAINT planted CHECK (stored < 2)");
        FlowBatch batch = batch(0, 0, capture.flow(1), capture.flow(2));

        assertThatThrownBy(() -> store.store(batch)).isInstanceOf(SQLException.class);

        database.run("ALTER TABLE flow_count DROP CONSTRAINT planted");
        assertThat(database.number("SELECT count(*) FROM flow_fact")).isZero();
        assertThat(store.offsets(List.of(0))).containsEntry(0, 0L);
    }

    @Test
    void queries_see_the_last_part_of_a_flow_and_the_highest_one_while_none_is_last() throws SQLException {
        store(0, 0, capture.flow(1, 1, false, null), capture.flow(1, 2, true, null));
        store(0, 1, capture.flow(2, 1, false, null), capture.flow(2, 2, false, null));

        List<Flow> flows = view().between(Sample.SITE, Sample.CLIENT, Set.of(Sample.SERVER), 10)
                .flows();

        assertThat(flows).extracting(flow -> flow.ending().part()).containsExactly(2, 2);
        assertThat(flows).extracting(Flow::id).doesNotHaveDuplicates();
    }

    @Test
    void a_superseded_revision_is_left_out() throws SQLException {
        store(0, 0, capture.flow(1));
        Sample again = new Sample(capture.captureId(), 2);
        store(0, 1, again.flow(1));

        new CaptureStore(database.source()).store(List.of(again.state(CaptureState.State.COMPLETED)));

        assertThat(view().between(Sample.SITE, Sample.CLIENT, Set.of(Sample.SERVER), 10)
                        .flows())
                .containsExactly(again.flow(1));
    }

    @Test
    void a_page_that_is_cut_says_how_many_there_are() throws SQLException {
        store(0, 0, capture.flow(3), capture.flow(1), capture.flow(2));

        var page = view().between(Sample.SITE, Sample.SERVER, Set.of(Sample.CLIENT), 2);

        assertThat(page.flows()).containsExactly(capture.flow(1), capture.flow(2));
        assertThat(page.total()).isEqualTo(3);
    }

    @Test
    void flows_that_began_outside_the_span_are_out_of_scope() throws SQLException {
        store(0, 0, capture.flow(1), capture.flow(2), capture.flow(3));
        ReportScope scope = new ReportScope(
                capture.flow(2).span().startNanos(), capture.flow(3).span().startNanos(), 0, List.of(), List.of());

        var page = view(scope).between(Sample.SITE, Sample.CLIENT, Set.of(Sample.SERVER), 10);

        assertThat(page.flows()).containsExactly(capture.flow(2));
    }

    @Test
    void a_host_is_known_by_the_names_it_asked_for_and_the_agents_it_sent() throws SQLException {
        store(0, 0, capture.flow(1, 1, true, "wget/1.2"), capture.flow(2, 1, true, "curl/8"), capture.flow(3));

        HostFacts facts = view().host(Sample.SITE, Sample.CLIENT);

        assertThat(facts.flows()).isEqualTo(3);
        assertThat(facts.dnsFlows()).isZero();
        assertThat(facts.names()).containsExactly(new UntrustedText("connectivity-check.example"));
        assertThat(facts.userAgents()).containsExactly(new UntrustedText("curl/8"), new UntrustedText("wget/1.2"));
    }

    @Test
    void history_counts_the_internal_hosts_of_the_site() throws SQLException {
        store(0, 0, capture.flow(1), capture.flow(2));

        History history = view().history(Sample.SITE, Sample.CLIENT, Set.of(Sample.SERVER));

        assertThat(history.siteHosts()).isEqualTo(1);
        assertThat(history.peerHosts()).isEqualTo(1);
        assertThat(history.pairFirstNanos()).isEqualTo(capture.flow(1).span().startNanos());
        assertThat(history.siteLastNanos()).isEqualTo(capture.flow(2).span().startNanos());
    }

    @Test
    void totals_add_up() throws SQLException {
        store(0, 0, capture.flow(1), capture.flow(2));

        FlowTotals totals = view().totals(5);

        assertThat(totals.flows()).isEqualTo(2);
        assertThat(totals.packets()).isEqualTo(20);
        assertThat(totals.bytes()).isEqualTo(1_760);
        assertThat(totals.protocols()).containsExactly(new FlowTotals.Protocol("HTTP", 20, 1_760, 2));
        assertThat(totals.talkers())
                .containsExactly(
                        new FlowTotals.Talker(Sample.SERVER, 20, 960, 800, 2),
                        new FlowTotals.Talker(Sample.CLIENT, 20, 800, 960, 2));
        assertThat(totals.conversations())
                .containsExactly(new FlowTotals.Conversation(Sample.SERVER, Sample.CLIENT, 20, 1_760, 2));
        assertThat(totals.conversationsTotal()).isEqualTo(1);
        assertThat(totals.busiestMinute()).isNotNull();
        assertThat(totals.busiestMinute().packets()).isEqualTo(10);
    }

    @Test
    void a_flow_of_another_version_is_left_out_and_said_to_be() throws SQLException {
        store(0, 0, capture.flow(1), capture.flow(2));
        try (Connection connection = database.source().getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE flow_fact SET whole = ? WHERE first_packet = ?")) {
            update.setBytes(1, new byte[] {'?'});
            update.setLong(2, capture.flow(1).span().firstPacket());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
        StoredFlows view = view();

        FlowPage page = view.between(Sample.SITE, Sample.CLIENT, Set.of(Sample.SERVER), 10);

        assertThat(page.flows()).containsExactly(capture.flow(2));
        assertThat(view.leftOut()).isTrue();
    }

    @Test
    void totals_of_nothing_are_empty() {
        FlowTotals totals = view().totals(5);

        assertThat(totals.flows()).isZero();
        assertThat(totals.protocols()).isEmpty();
        assertThat(totals.busiestMinute()).isNull();
    }

    private StoredFlows view() {
        return view(ReportScope.ALL);
    }

    private StoredFlows view(ReportScope scope) {
        return new StoredFlows(database.source(), scope, List.of(capture.captureId()), Networks.PRIVATE);
    }

    private void store(int partition, long from, Flow... flows) throws SQLException {
        assertThat(store.store(batch(partition, from, flows))).isEqualTo(FlowStore.Outcome.STORED);
    }

    private static FlowBatch batch(int partition, long from, Flow... flows) {
        FlowBatch batch = new FlowBatch();
        Flow first = flows[0];
        batch.add(
                partition,
                new Sample(first.origin().captureId(), first.origin().revision()).block(partition, flows),
                TODAY,
                0);
        batch.moved(partition, from, from + 1);
        return batch;
    }
}
