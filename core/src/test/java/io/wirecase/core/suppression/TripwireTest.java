package io.wirecase.core.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Measure;
import io.wirecase.core.intel.Suppressed;
import io.wirecase.core.intel.Suppressed.Moved;
import io.wirecase.core.suppression.Suppression.Match;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A suppressed exchange that does something else alerts at once, and says what moved. */
class TripwireTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Match ANY_SITE = new Match(null, null, null, null, null, null, "office", null);
    private static final Exchange USUAL = Exchange.USUAL;

    private final Rhythm rhythm = new Rhythm(100);

    @Test
    void aCheckThatTurnsIntoALargeReplyIsShown() {
        Tripwires wires = wires(new Tripwires.Size(1_000, 5.0, 187L), null, null, null);

        assertThat(moved(wires, USUAL.reply(913).alert())).isEmpty();
        assertThat(moved(wires, USUAL.reply(20_480).alert()))
                .extracting(Moved::tripwire, Moved::expected, m -> m.observed().raw())
                .containsExactly(org.assertj.core.api.Assertions.tuple("size", "at most 1000 bytes", "20567 bytes"));
        Suppressed mark = judge(wires, USUAL.reply(20_480).alert());
        assertThat(mark.hidden()).isFalse();
        assertThat(RuleBook.left(USUAL.reply(20_480).alert(), mark).findings()).hasSize(1);
    }

    @Test
    void anotherOutcomeIsShown() {
        Tripwires wires = wires(null, new Tripwires.Status(List.of("http:204")), null, null);

        assertThat(moved(wires, USUAL.alert())).isEmpty();
        assertThat(moved(wires, USUAL.status(302).alert()))
                .extracting(m -> m.observed().raw())
                .containsExactly("http:302");
    }

    @Test
    void aPeerThatWasNotThereWhenTheRuleWasMadeIsShown() {
        Tripwires wires = wires(null, null, null, new Tripwires.Peers(List.of("check.example.org")));

        assertThat(moved(wires, USUAL.destination("185.125.190.99").alert())).isEmpty();
        assertThat(moved(wires, USUAL.host("c2.example.net").alert()))
                .extracting(m -> m.observed().raw())
                .containsExactly("c2.example.net");
    }

    @Test
    void anExchangeOutOfItsIntervalIsShownAndTheNextInTimeIsNot() {
        Tripwires wires = wires(null, null, new Tripwires.Period(290, 310), null);

        assertThat(moved(wires, USUAL.alert(0, Exchange.AGENT))).isEmpty();
        assertThat(moved(wires, USUAL.alert(300, Exchange.AGENT))).isEmpty();
        assertThat(moved(wires, USUAL.alert(312.5, Exchange.AGENT)))
                .extracting(Moved::expected, m -> m.observed().raw())
                .containsExactly(org.assertj.core.api.Assertions.tuple("290 to 310 s", "12.5 s since the one before"));
        assertThat(moved(wires, USUAL.alert(612.5, Exchange.AGENT))).isEmpty();
        assertThat(moved(wires, USUAL.alert(1_500, Exchange.AGENT))).hasSize(1);
    }

    @Test
    void theSameAlertAskedAboutAgainAnswersTheSame() {
        Tripwires wires = wires(null, null, new Tripwires.Period(290, 310), null);
        moved(wires, USUAL.alert(0, Exchange.AGENT));
        Alert early = USUAL.alert(7, Exchange.AGENT);

        assertThat(moved(wires, early)).isEqualTo(moved(wires, early)).hasSize(1);
    }

    @Test
    void endsAreKeptApartInTimeAndRememberedInBoundedMemory() {
        Tripwires wires = wires(null, null, new Tripwires.Period(290, 310), null);
        Rhythm small = new Rhythm(2);
        RuleBook book = new RuleBook(List.of(Exchange.rule(ANY_SITE, wires)));
        for (int i = 1; i <= 5; i++) {
            Alert alert = USUAL.source("10.0.0." + i).alert(i, Exchange.AGENT);
            assertThat(book.judge(alert, NOW, small).orElseThrow().hidden()).isTrue();
        }

        assertThat(small.forgotten()).isEqualTo(3);
    }

    @Test
    void aBehaviourWithAnotherPeriodIsShown() {
        Tripwires wires = wires(null, null, new Tripwires.Period(290, 310), null);
        Alert usual = USUAL.behaviour("beacon", 1, List.of(new Measure("period", 300, "s", null)), "10.0.0.1");
        Alert other = USUAL.behaviour("beacon", 1, List.of(new Measure("period", 60, "s", null)), "10.0.0.1");

        assertThat(moved(wires, usual)).isEmpty();
        assertThat(moved(wires, other)).hasSize(1);
    }

    @Test
    void aMovedTripwireWinsOverARuleWithoutOne() {
        Suppression quiet = Exchange.rule(new Match(null, null, null, null, null, Exchange.AGENT, null, null));
        Suppression careful =
                Exchange.rule(ANY_SITE, wires(null, new Tripwires.Status(List.of("http:204")), null, null));
        RuleBook book = new RuleBook(List.of(quiet, careful));

        assertThat(book.judge(USUAL.alert(), NOW, rhythm).orElseThrow().hidden())
                .isTrue();
        assertThat(book.judge(USUAL.status(200).alert(), NOW, rhythm)
                        .orElseThrow()
                        .hidden())
                .isFalse();
    }

    @Test
    void whatIsUsualIsWhereTripwiresCanBeSet() {
        Usual usual = new Usual();
        usual.add(USUAL.alert(0, Exchange.AGENT));
        usual.add(USUAL.reply(200).alert(300, Exchange.AGENT));
        usual.add(USUAL.status(302).alert(610, Exchange.AGENT));

        assertThat(usual.mostBytes()).hasValue(287);
        assertThat(usual.outcomes()).containsExactly("http:204", "http:302");
        assertThat(usual.peers()).containsExactly("check.example.org");
        assertThat(usual.shortest()).hasValue(300);
        assertThat(usual.longest()).hasValue(310);
        assertThat(new Usual().mostBytes()).isEmpty();
    }

    private List<Moved> moved(Tripwires wires, Alert alert) {
        Suppressed mark = judge(wires, alert);
        assertThat(mark.hidden()).isEqualTo(mark.rules().getFirst().moved().isEmpty());
        return mark.rules().getFirst().moved();
    }

    private Suppressed judge(Tripwires wires, Alert alert) {
        return new RuleBook(List.of(Exchange.rule(ANY_SITE, wires)))
                .judge(alert, NOW, rhythm)
                .orElseThrow();
    }

    private static Tripwires wires(
            Tripwires.@Nullable Size size,
            Tripwires.@Nullable Status status,
            Tripwires.@Nullable Period period,
            Tripwires.@Nullable Peers peers) {
        return new Tripwires(size, status, period, peers);
    }
}
