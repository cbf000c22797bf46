package io.wirecase.report.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.report.testing.RealDatabase;
import io.wirecase.report.testing.Sample;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DrainTest {

    private static final int PARTITIONS = 2;

    private static RealDatabase database;

    private final Sample capture = Sample.capture(1);
    private final Flow flow = capture.flow(1);
    private FlowStore flows;
    private AlertStore alerts;
    private CaptureStore captures;

    @BeforeAll
    static void startDatabase() {
        database = RealDatabase.start();
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
    }

    @BeforeEach
    void oneFlowAndOneAlertThatCameThrough() throws SQLException {
        database.run("TRUNCATE flow_fact, flow_offset, flow_count, capture, alert, alert_receipt, alert_marker");
        flows = new FlowStore(database.source());
        alerts = new AlertStore(database.source());
        captures = new CaptureStore(database.source());
        captures.store(List.of(capture.state(CaptureState.State.COMPLETED)));
        flows.offsets(List.of(0, 1));
        FlowBatch batch = new FlowBatch();
        batch.add(0, capture.block(0, flow), 20_779, 0);
        batch.add(0, capture.marker(0, PARTITIONS, 1, null));
        batch.add(1, capture.marker(1, PARTITIONS, 0, null));
        batch.moved(0, 0, 2);
        batch.moved(1, 0, 1);
        flows.store(batch);
        alerts.store(List.of(arrived(1)), List.of());
        marker(0, 0, 1);
        marker(0, 1, 0);
        marker(1, 0, 0);
    }

    @Test
    void a_capture_is_drained_once_every_marker_of_every_partition_is_here() throws SQLException {
        assertThat(drain().drained()).isFalse();
        assertThat(drain().missing()).singleElement().asString().contains("end markers of alerts: 3 of 4");

        marker(1, 1, 0);

        assertThat(drain().drained()).isTrue();
        assertThat(drain().missing()).isEmpty();
    }

    @Test
    void an_alert_delivered_twice_counts_once() throws SQLException {
        marker(1, 1, 0);

        alerts.store(List.of(arrived(1)), List.of());

        assertThat(drain().drained()).isTrue();
    }

    @Test
    void a_revision_that_is_announced_but_not_here_is_told() throws SQLException {
        marker(1, 1, 1);

        assertThat(drain().ended()).isTrue();
        assertThat(drain().drained()).isFalse();
        assertThat(drain().missing()).singleElement().asString().contains("alerts: 1 stored of 2 announced");

        alerts.store(List.of(arrived(2)), List.of());

        assertThat(drain().drained()).isTrue();
    }

    @Test
    void a_lower_revision_never_overwrites_a_higher_one() throws SQLException {
        alerts.store(List.of(arrived(3)), List.of());
        alerts.store(List.of(arrived(2)), List.of());

        assertThat(database.number("SELECT revision FROM alert")).isEqualTo(3);
    }

    @Test
    void a_failed_capture_keeps_nobody_waiting() throws SQLException {
        captures.store(List.of(capture.state(CaptureState.State.FAILED)));

        assertThat(drain().drained()).isTrue();
    }

    @Test
    void a_capture_that_failed_after_flows_were_published_is_waited_for() throws SQLException {
        CaptureState failed = capture.state(CaptureState.State.FAILED);
        captures.store(List.of(new CaptureState(
                failed.id(),
                failed.revision(),
                failed.site(),
                failed.sensor(),
                failed.name(),
                failed.sha256(),
                failed.bytes(),
                failed.state(),
                failed.progress(),
                failed.accounts(),
                "cut",
                new CaptureState.Publication(1, "decoder", List.of(1L, 0L)))));

        assertThat(drain().drained()).isFalse();

        marker(1, 1, 0);

        assertThat(drain().drained()).isTrue();
    }

    @Test
    void a_later_marker_of_a_source_that_goes_on_replaces_the_earlier_count() throws SQLException {
        marker(1, 1, 0);
        marker(0, 0, 2);
        marker(0, 0, 1);

        assertThat(drain().missing()).singleElement().asString().contains("alerts: 1 stored of 2 announced");
    }

    @Test
    void a_capture_that_is_not_known_is_not_drained() throws SQLException {
        Drain drain = query().of(List.of(Sample.capture(9).captureId())).getFirst();

        assertThat(drain.drained()).isFalse();
        assertThat(drain.missing()).singleElement().asString().contains("not known");
    }

    @Test
    void an_older_state_delivered_again_does_not_undo_a_newer_one() throws SQLException {
        captures.store(List.of(capture.state(CaptureState.State.READING)));

        assertThat(captures.all()).containsExactly(capture.state(CaptureState.State.COMPLETED));
    }

    private static DrainQuery query() {
        return new DrainQuery(database.source(), () -> OptionalInt.of(PARTITIONS));
    }

    private Drain drain() throws SQLException {
        return query().of(List.of(capture.captureId())).getFirst();
    }

    private AlertStore.Arrived arrived(int revision) {
        EnrichedAlert enriched = capture.alert(flow, revision, FlowRisk.HTTP_OBSOLETE_SERVER);
        return new AlertStore.Arrived(enriched.alert(), Codec.encode(enriched));
    }

    @Test
    void a_live_source_is_whole_up_to_the_mark_that_every_partition_has_and_marks_are_no_end() throws SQLException {
        database.run("TRUNCATE flow_count, alert_marker, capture");
        captures.store(List.of(capture.state(CaptureState.State.READING)));
        Instant first = Instant.parse("2026-03-01T12:00:10Z");
        Instant second = first.plusSeconds(10);

        mark(first, 0, 1);
        mark(second, 0);
        assertThat(drain().goesOn()).as("it is read and marked").isTrue();
        assertThat(drain().through(first)).isTrue();
        assertThat(drain().through(second)).isFalse();
        assertThat(drain().missing()).singleElement().asString().contains("whole up to 2026-03-01T12:00:10Z");

        mark(second, 1);
        assertThat(drain().through(second)).isTrue();
        assertThat(drain().drained()).isFalse();

        captures.store(List.of(capture.state(CaptureState.State.COMPLETED)));
        assertThat(drain().ended()).as("its last markers are not here").isFalse();
        assertThat(drain().through(second)).isFalse();
    }

    private void mark(Instant through, int... flowPartitions) throws SQLException {
        long nanos = through.getEpochSecond() * 1_000_000_000L;
        for (int flowPartition : flowPartitions) {
            EndMarker last = capture.marker(flowPartition, PARTITIONS, 0, 0L);
            EndMarker mark = new EndMarker(
                    last.captureId(), last.revision(), last.site(), flowPartition, PARTITIONS, 0, 0L, nanos);
            FlowBatch batch = new FlowBatch();
            batch.add(flowPartition, mark);
            flows.store(batch);
            for (int partition = 0; partition < PARTITIONS; partition++) {
                alerts.store(List.of(), List.of(new AlertStore.Announced(partition, mark, 0)));
            }
        }
    }

    private void marker(int alertPartition, int flowPartition, long announced) throws SQLException {
        var marker = capture.marker(flowPartition, PARTITIONS, 0, announced);
        alerts.store(List.of(), List.of(new AlertStore.Announced(alertPartition, marker, announced)));
    }
}
