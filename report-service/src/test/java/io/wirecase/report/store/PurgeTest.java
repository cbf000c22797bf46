package io.wirecase.report.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Codec;
import io.wirecase.report.testing.RealDatabase;
import io.wirecase.report.testing.Sample;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a real database. */
class PurgeTest {

    private static final byte[] PROBLEM = "{}".getBytes();
    private static RealDatabase database;

    @BeforeAll
    static void start() {
        database = RealDatabase.start();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void nothingOfADeletedCaptureIsLeftAndNothingOfOthersGoes() throws SQLException {
        Sample gone = Sample.capture(1);
        Sample stays = Sample.capture(2);
        store(gone);
        store(stays);

        new Purge(database.source()).remove(gone.captureId(), 1, PROBLEM);

        for (String table : List.of("flow_fact", "flow_count", "alert", "alert_receipt")) {
            assertThat(count(table, gone)).as(table).isZero();
            assertThat(count(table, stays)).as(table).isPositive();
        }
        assertThat(new ClaimFlows(database.source())
                        .find(
                                List.of(stays.captureId(), gone.captureId()),
                                List.of(stays.flow(1).id(), gone.flow(1).id()),
                                List.of()))
                .containsExactly(
                        new ClaimFlows.Place(stays.captureId(), 1, stays.flow(1).id()));
    }

    @Test
    void whatArrivesLateGoesAndWhatIsSentAgainStays() throws SQLException {
        Sample gone = Sample.capture(3);
        Sample again = new Sample(gone.captureId(), 2);
        Purge purge = new Purge(database.source());
        purge.remove(gone.captureId(), 1, PROBLEM);
        store(gone);
        store(again);

        purge.again(Duration.ZERO);
        assertThat(database.number("SELECT count(*) FROM flow_fact WHERE capture_id = '" + gone.captureId()
                        + "' AND revision = 1"))
                .isPositive();

        purge.again(Purge.LATEST);

        assertThat(database.number("SELECT count(*) FROM flow_fact WHERE capture_id = '" + gone.captureId()
                        + "' AND revision = 1"))
                .isZero();
        assertThat(database.number("SELECT count(*) FROM flow_fact WHERE capture_id = '" + gone.captureId()
                        + "' AND revision = 2"))
                .isPositive();
    }

    private static void store(Sample capture) throws SQLException {
        new CaptureStore(database.source()).store(List.of(capture.state(CaptureState.State.COMPLETED)));
        FlowStore flows = new FlowStore(database.source());
        flows.offsets(List.of(0));
        Flow flow = capture.flow(1);
        FlowBatch batch = new FlowBatch();
        batch.add(0, capture.block(0, flow), 20_000, 0);
        long from = flows.offsets(List.of(0)).get(0);
        batch.moved(0, from, from + 1);
        assertThat(flows.store(batch)).isEqualTo(FlowStore.Outcome.STORED);
        var alert = capture.alert(flow, 1, FlowRisk.HTTP_OBSOLETE_SERVER);
        new AlertStore(database.source())
                .store(List.of(new AlertStore.Arrived(alert.alert(), Codec.encode(alert))), List.of());
    }

    private static long count(String table, Sample capture) {
        return database.number("SELECT count(*) FROM " + table + " WHERE capture_id = '" + capture.captureId() + "'");
    }
}
