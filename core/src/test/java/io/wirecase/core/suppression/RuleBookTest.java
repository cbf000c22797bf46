package io.wirecase.core.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.Measure;
import io.wirecase.core.intel.Suppressed;
import io.wirecase.core.suppression.Suppression.Match;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a rule covers, each field alone and all of them together, and what it must not cover. */
class RuleBookTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Exchange USUAL = Exchange.USUAL;

    /** A field with a value that covers the usual exchange, and exchanges that differ in that field alone. */
    private record Field(String name, Match match, List<Alert> others) {}

    private static final List<Field> FIELDS = List.of(
            new Field(
                    "source",
                    match("192.168.50.71", null, null, null),
                    List.of(USUAL.source("192.168.50.72").alert())),
            new Field(
                    "source network",
                    match("192.168.50.0/24", null, null, null),
                    List.of(
                            USUAL.source("192.168.51.71").alert(),
                            USUAL.source("fd00::71").alert())),
            new Field(
                    "destination",
                    match(null, "185.125.190.17", null, null),
                    List.of(USUAL.destination("185.125.190.18").alert())),
            new Field(
                    "destination network",
                    match(null, "185.125.188.0/22", null, null),
                    List.of(USUAL.destination("185.125.192.1").alert())),
            new Field(
                    "name",
                    match(null, null, "Check.example.org.", null),
                    List.of(
                            USUAL.host("example.org").alert(),
                            USUAL.host("check.example.org.evil.test").alert(),
                            USUAL.host("xcheck.example.org").alert())),
            new Field(
                    "name and below",
                    match(null, null, "*.example.org", null),
                    List.of(
                            USUAL.host("notexample.org").alert(),
                            USUAL.host("example.org.evil.test").alert())),
            new Field("application", new Match(null, null, null, "http", null, null, null, null), List.of(overTls())),
            new Field(
                    "port",
                    new Match(null, null, null, null, 80, null, null, null),
                    List.of(USUAL.port(8080).alert())),
            new Field("code", match(null, null, null, Exchange.AGENT), List.of(USUAL.alert(0, Exchange.SERVER))),
            new Field(
                    "site",
                    new Match(null, null, null, null, null, null, "office", null),
                    List.of(USUAL.site("plant").alert())),
            new Field(
                    "sensor",
                    new Match(null, null, null, null, null, null, null, "eth0"),
                    List.of(USUAL.sensor("eth1").alert())));

    private static final Match ALL = new Match(
            "192.168.50.0/24", "185.125.190.17", "*.example.org", "HTTP", 80, Exchange.AGENT, "office", "eth0");

    @Test
    void eachFieldAloneCoversWhatHasItAndNothingElse() {
        for (Field field : FIELDS) {
            assertThat(hidden(field.match(), USUAL.alert())).as(field.name()).isTrue();
            for (Alert other : field.others()) {
                assertThat(judge(Exchange.rule(field.match()), other))
                        .as(field.name())
                        .isEmpty();
            }
        }
    }

    @Test
    void allFieldsTogetherCoverOnlyWhatHasAllOfThem() {
        assertThat(hidden(ALL, USUAL.alert())).isTrue();
        for (Field field : FIELDS) {
            for (Alert other : field.others()) {
                // A rule for a network or a domain covers its other members: those others are inside here.
                boolean inside = hidden(ALL, other);
                assertThat(inside).as(field.name()).isEqualTo(insideOfAll(field.name(), other));
            }
        }
    }

    @Test
    void everyPairOfFieldsNeedsBoth() {
        for (Field one : FIELDS) {
            for (Field two : FIELDS) {
                Match both = both(one.match(), two.match());
                assertThat(hidden(both, USUAL.alert())).isTrue();
                if (sameMember(one, two)) {
                    continue;
                }
                for (Alert other : one.others()) {
                    assertThat(judge(Exchange.rule(both), other))
                            .as(one.name() + " and " + two.name())
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void aRuleForACodeLeavesTheOtherFindingsAndTheirPoints() {
        Alert alert = USUAL.alert(0, Exchange.AGENT, Exchange.SERVER);
        Suppressed mark = judge(Exchange.rule(match(null, null, null, Exchange.AGENT)), alert)
                .orElseThrow();

        assertThat(mark.hidden()).isFalse();
        Alert left = RuleBook.left(alert, mark);
        assertThat(left.findings()).extracting(Finding::code).containsExactly(Exchange.SERVER);
        assertThat(left.score()).isEqualTo(50);
        assertThat(alert.score()).isEqualTo(100);
    }

    @Test
    void aRuleForADomainHidesEveryRiskOfItsFlowsAndNotOneAlone() {
        Alert alert = USUAL.alert(0, Exchange.AGENT, Exchange.SERVER);

        assertThat(hidden(match(null, null, "*.example.org", null), alert)).isTrue();
    }

    @Test
    void aRuleForOneTargetDoesNotHideAScanOfOthers() {
        List<Measure> many = List.of(new Measure("distinctHosts", 300, "hosts", null));
        List<Measure> one = List.of(new Measure("distinctHosts", 1, "hosts", null));
        String target = "185.125.190.17";

        Match toTarget = match(null, target, null, null);
        assertThat(judge(Exchange.rule(toTarget), USUAL.behaviour("horizontal_scan", 300, many, target, target)))
                .isEmpty();
        assertThat(hidden(toTarget, USUAL.behaviour("vertical_scan", 300, one, target, target)))
                .isTrue();
        assertThat(hidden(toTarget, USUAL.behaviour("vertical_scan", 2, List.of(), target, target)))
                .isTrue();
    }

    @Test
    void oneScannerIsQuietedByItsAddressAndTheKindOfScan() {
        Alert scan = USUAL.behaviour("horizontal_scan", 300, List.of(), "10.0.0.1", "10.0.0.2");

        assertThat(hidden(match("192.168.50.71", null, null, "horizontal_scan"), scan))
                .isTrue();
        assertThat(judge(Exchange.rule(match("192.168.50.72", null, null, "horizontal_scan")), scan))
                .isEmpty();
        assertThat(judge(Exchange.rule(match("192.168.50.71", null, null, "vertical_scan")), scan))
                .isEmpty();
    }

    @Test
    void aPortCoversAScanOnlyIfItTriedNoOther() {
        Match web = new Match(null, null, null, null, 80, null, null, null);
        List<Measure> onePort = List.of(new Measure("distinctPorts", 1, "ports", null));
        List<Measure> twoPorts = List.of(new Measure("distinctPorts", 2, "ports", null));

        assertThat(hidden(web, USUAL.behaviour("horizontal_scan", 300, onePort, "10.0.0.1")))
                .isTrue();
        assertThat(judge(Exchange.rule(web), USUAL.behaviour("horizontal_scan", 300, twoPorts, "10.0.0.1")))
                .isEmpty();
    }

    @Test
    void aRuleThatHasEndedCoversNothing() {
        Suppression rule = Exchange.rule(ALL);
        Suppression ended = new Suppression(
                rule.id(), 1, ALL, "r", "o", "2026-06-01T00:00:00Z", rule.created(), rule.updated(), null);

        assertThat(new RuleBook(List.of(ended)).judge(USUAL.alert(), NOW.minusNanos(1), new Rhythm(9)))
                .isPresent();
        assertThat(new RuleBook(List.of(ended)).judge(USUAL.alert(), NOW, new Rhythm(9)))
                .isEmpty();
        assertThat(new RuleBook(List.of(ended)).inForce(NOW).rules()).isEmpty();
    }

    @Test
    void theOrderOfRulesDoesNotMatter() {
        Suppression one = Exchange.rule(match("192.168.50.71", null, null, null));
        Suppression two = Exchange.rule(match(null, null, null, Exchange.AGENT));

        assertThat(new RuleBook(List.of(one, two)).judge(USUAL.alert(), NOW, new Rhythm(9)))
                .isEqualTo(new RuleBook(List.of(two, one)).judge(USUAL.alert(), NOW, new Rhythm(9)));
    }

    @Test
    void aRuleThatNamesNoNetworkIsRefused() {
        Suppression bad = Exchange.rule(match("example.org", null, null, null));

        assertThatThrownBy(() -> new RuleBook(List.of(bad))).isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean hidden(Match match, Alert alert) {
        return judge(Exchange.rule(match), alert).map(Suppressed::hidden).orElse(false);
    }

    private static Optional<Suppressed> judge(Suppression rule, Alert alert) {
        return new RuleBook(List.of(rule)).judge(alert, NOW, new Rhythm(100));
    }

    private static Match match(
            @Nullable String source, @Nullable String destination, @Nullable String name, @Nullable String code) {
        return new Match(source, destination, name, null, null, code, null, null);
    }

    private static boolean sameMember(Field one, Field two) {
        return one.name().split(" ")[0].equals(two.name().split(" ")[0]);
    }

    /** Others of an exact field that the wider value of all fields together covers as well. */
    private static boolean insideOfAll(String field, Alert other) {
        List<String> wide = new ArrayList<>(List.of("source", "name"));
        if (!wide.contains(field)) {
            return false;
        }
        return new RuleBook(List.of(Exchange.rule(match("192.168.50.0/24", null, "*.example.org", null))))
                .judge(other, NOW, new Rhythm(9))
                .isPresent();
    }

    private static Match both(Match one, Match two) {
        return new Match(
                either(one.source(), two.source()),
                either(one.destination(), two.destination()),
                either(one.name(), two.name()),
                either(one.application(), two.application()),
                one.port() == null ? two.port() : one.port(),
                either(one.code(), two.code()),
                either(one.site(), two.site()),
                either(one.sensor(), two.sensor()));
    }

    private static @Nullable String either(@Nullable String one, @Nullable String two) {
        return one == null ? two : one;
    }

    private static Alert overTls() {
        Alert http = USUAL.alert();
        return new Alert(
                new UUID(1, 2),
                1,
                http.status(),
                http.kind(),
                http.site(),
                http.captures(),
                http.eventNanos(),
                http.subject(),
                http.findings(),
                http.score(),
                new Alert.Evidence(USUAL.flow(0, "TLS"), null),
                http.techniques());
    }
}
