package io.wirecase.report.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Subject;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.net.IpAddress;
import io.wirecase.report.fixture.Fixtures;
import io.wirecase.report.fixture.Fixtures.Twist;
import io.wirecase.report.input.ReportScope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PatternFinderTest {

    private static final PatternFinder ALL = new PatternFinder(0);

    @Test
    void rotatingAddressesOfOneNameAreOnePattern() {
        Patterns found = ALL.find(Fixtures.poll(Twist.NONE, Fixtures.START).alerts());
        assertThat(found.patterns()).singleElement().satisfies(p -> {
            assertThat(p.key().entity().kind()).isEqualTo(Entity.Kind.NAME);
            assertThat(p.peers()).hasSize(3);
            assertThat(p.alerts()).hasSize(114);
        });
    }

    @Test
    void anAddressOutsideTheNamesAnswersStaysInTheNamesPattern() {
        Patterns found = ALL.find(Fixtures.poll(Twist.ADDRESS, Fixtures.START).alerts());
        assertThat(found.patterns())
                .singleElement()
                .satisfies(
                        p -> assertThat(p.peers()).extracting(Object::toString).contains("203.0.113.77"));
    }

    @Test
    void aScanTakesTheProbesItExplains() {
        Patterns found = ALL.find(Fixtures.scan(ReportScope.ALL).alerts());
        assertThat(found.patterns()).singleElement().satisfies(p -> {
            assertThat(p.key().behaviour()).isEqualTo("horizontal_scan");
            assertThat(p.alerts()).hasSize(123);
        });
    }

    @Test
    void aScanOfOneHostTakesTheProbesOfThatHostAndNoOthers() {
        List<EnrichedAlert> alerts =
                new ArrayList<>(Fixtures.scan(ReportScope.ALL).alerts());
        EnrichedAlert many = alerts.stream()
                .filter(a -> a.alert().evidence().behaviour() != null)
                .findFirst()
                .orElseThrow();
        IpAddress target = Objects.requireNonNull(many.alert().evidence().behaviour())
                .examples()
                .getFirst()
                .responder();
        long probes = alerts.stream()
                .map(a -> a.alert().evidence().flow())
                .filter(flow -> flow != null && flow.responder().equals(target))
                .count();
        alerts.replaceAll(a -> a == many ? of(many, target) : a);

        List<Pattern> found = ALL.find(alerts).patterns();

        assertThat(probes).isPositive();
        assertThat(found.getFirst().key().behaviour()).isEqualTo("vertical_scan");
        assertThat(found.getFirst().alerts()).hasSize(Math.toIntExact(probes + 1));
        assertThat(found.stream().skip(1)).isNotEmpty().noneMatch(p -> p.key().isBehaviour());
    }

    /** The same scan, told as one of a single host. */
    private static EnrichedAlert of(EnrichedAlert scan, IpAddress target) {
        Alert a = scan.alert();
        Subject one = new Subject(Subject.Type.CONVERSATION, a.subject().host(), target, null);
        Alert vertical = new Alert(
                a.id(),
                a.revision(),
                a.status(),
                "vertical_scan",
                a.site(),
                a.captures(),
                a.eventNanos(),
                one,
                a.findings(),
                a.score(),
                a.evidence(),
                a.techniques());
        return new EnrichedAlert(vertical, scan.addresses(), scan.exchange());
    }

    @Test
    void theOrderOfAlertsChangesNothing() {
        List<EnrichedAlert> alerts =
                new ArrayList<>(Fixtures.scan(ReportScope.ALL).alerts());
        Patterns first = ALL.find(alerts);
        Collections.shuffle(alerts, new java.util.Random(7));
        assertThat(ALL.find(alerts)).isEqualTo(first);
    }

    @Test
    void everyAlertIsPlacedOrCounted() {
        List<EnrichedAlert> alerts = new ArrayList<>(Fixtures.many(60));
        Patterns found = ALL.find(alerts);
        assertThat(found.patterns()).hasSize(PatternFinder.MAX_PATTERNS);
        assertThat(found.remainderPatterns()).isEqualTo(60 - PatternFinder.MAX_PATTERNS);
        long placed = found.patterns().stream().mapToLong(p -> p.shown().size()).sum();
        assertThat(placed + found.remainderAlerts() + found.notShown()).isEqualTo(alerts.size());
    }

    @Test
    void alertsBelowTheMinimumScoreMakeNoPattern() {
        Patterns found = new PatternFinder(151)
                .find(Fixtures.poll(Twist.NONE, Fixtures.START).alerts());
        assertThat(found.patterns()).isEmpty();
        assertThat(found.notShown()).isEqualTo(114);
    }
}
