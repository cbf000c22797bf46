package io.wirecase.report.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.suppression.RuleBook;
import io.wirecase.core.suppression.Suppression;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Codec;
import io.wirecase.report.input.ReportScope;
import io.wirecase.report.suppression.Sieve;
import io.wirecase.report.testing.RealDatabase;
import io.wirecase.report.testing.Sample;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a real database. */
class SuppressionStoreTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
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
    void aChangeIsToBeToldUntilItWasAndNoOlderOneAfterIt() throws SQLException {
        SuppressionStore store = new SuppressionStore(database.source());
        UUID id = UUID.randomUUID();
        assertThat(store.create(rule(id, 1), 1_000)).isTrue();
        SuppressionStore.Change first = store.change(id).orElseThrow();
        assertThat(first.revision()).isEqualTo(1);

        assertThat(store.replace(rule(id, 2))).isTrue();
        store.published(first);

        assertThat(store.unpublished()).contains(id);
        SuppressionStore.Change second = store.change(id).orElseThrow();
        assertThat(second.revision()).isEqualTo(2);
        store.published(second);
        store.published(first);
        assertThat(store.unpublished()).doesNotContain(id);
        assertThat(store.change(id)).isEmpty();
    }

    @Test
    void aRemovedRuleIsGoneAtOnceAndForgottenAfterItsTombstone() throws SQLException {
        SuppressionStore store = new SuppressionStore(database.source());
        UUID id = UUID.randomUUID();
        store.create(rule(id, 1), 1_000);
        store.published(store.change(id).orElseThrow());

        assertThat(store.remove(id, 7)).isFalse();
        assertThat(store.remove(id, 1)).isTrue();

        assertThat(store.find(id)).isEmpty();
        assertThat(store.all()).noneMatch(rule -> rule.id().equals(id));
        SuppressionStore.Change tombstone = store.change(id).orElseThrow();
        assertThat(tombstone.body()).isEmpty();
        store.published(tombstone);
        assertThat(database.number("SELECT count(*) FROM suppression WHERE id = '" + id + "'"))
                .isZero();
    }

    @Test
    void aChangeOfAnOlderRevisionAndARuleTooManyAreRefused() throws SQLException {
        SuppressionStore store = new SuppressionStore(database.source());
        UUID id = UUID.randomUUID();
        store.create(rule(id, 1), 1_000);

        assertThat(store.replace(rule(id, 3))).isFalse();
        assertThat(store.create(rule(UUID.randomUUID(), 1), 1)).isFalse();
    }

    @Test
    void whatRulesHideTakesNoRoomFromWhatTheyLeave() throws SQLException {
        Sample capture = Sample.capture(40);
        new CaptureStore(database.source()).store(List.of(capture.state(CaptureState.State.COMPLETED)));
        List<AlertStore.Arrived> arrived = new ArrayList<>();
        for (int n = 1; n <= 9; n++) {
            FlowRisk risk = n <= 6 ? FlowRisk.URL_POSSIBLE_XSS : FlowRisk.HTTP_OBSOLETE_SERVER;
            EnrichedAlert alert = capture.alert(capture.flow(n), 1, risk);
            arrived.add(new AlertStore.Arrived(alert.alert(), Codec.encode(alert)));
        }
        new AlertStore(database.source()).store(arrived, List.of());
        Suppression.Match loud = new Suppression.Match(null, null, null, null, null, "url_possible_xss", null, null);
        Sieve sieve = new Sieve(new RuleBook(List.of(rule(UUID.randomUUID(), 1, loud))), NOW);

        AlertQuery.Found found =
                new AlertQuery(database.source()).find(ReportScope.ALL, List.of(capture.captureId()), 2, sieve);

        assertThat(found.alerts()).hasSize(2).allMatch(alert -> alert.alert().score() == 50);
        assertThat(found.total()).isEqualTo(3);
        assertThat(sieve.leftOut().hidden()).isEqualTo(6);
        List<EnrichedAlert> scanned = new ArrayList<>();
        new AlertScan(database.source()).each(Sample.SITE, "http_obsolete_server", scanned::add);
        assertThat(scanned).hasSize(3);
        new AlertScan(database.source()).each("elsewhere", null, scanned::add);
        assertThat(scanned).hasSize(3);
    }

    private static Suppression rule(UUID id, int revision) {
        return rule(id, revision, new Suppression.Match(null, null, null, null, 80, null, null, null));
    }

    private static Suppression rule(UUID id, int revision, Suppression.Match match) {
        String when = "2026-01-01T00:00:00Z";
        return new Suppression(id, revision, match, "reason", "owner", null, when, when, null);
    }
}
