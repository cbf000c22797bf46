package io.wirecase.report.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wirecase.report.claim.Ledger;
import io.wirecase.report.fixture.Fixtures;
import io.wirecase.report.fixture.Fixtures.Twist;
import io.wirecase.report.input.CaseInput;
import io.wirecase.report.input.ReportScope;
import io.wirecase.report.pattern.PatternFinder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ShapeFactsTest {

    private static final long HOUR = 3_600_000_000_000L;

    private static Facts facts(CaseInput input) {
        var pattern = new PatternFinder(0).find(input.alerts()).patterns().getFirst();
        return PatternFacts.state(new Measurer(input.flows()).measure(pattern), new Ledger(), 6);
    }

    private static String text(Facts facts, String name) {
        return facts.get(name).value().text();
    }

    @Test
    void aPollIsAutomatedBriefFromNewPortsAndItsIntervalsPeakAtThePeriod() {
        Facts facts = facts(Fixtures.poll(Twist.NONE, Fixtures.START));
        assertThat(text(facts, "automation")).isEqualTo("automated");
        assertThat(text(facts, "durationClass")).isEqualTo("brief");
        assertThat(text(facts, "clientPortClass")).isEqualTo("ephemeral");
        assertThat(text(facts, "mainPort")).isEqualTo("80");
        assertThat(facts.counts("intervalAt4")).isCloseTo(300, within(1.0));
        assertThat(facts.counts("intervalCount4")).isGreaterThan(100);
        assertThat(facts.counts("intervals")).isEqualTo(113);
    }

    @Test
    void theRangeOfASizeIsComputedFromItsEnds() {
        Facts facts = facts(Fixtures.poll(Twist.NONE, Fixtures.START));
        assertThat(text(facts, "upIpMin")).isEqualTo("355");
        assertThat(text(facts, "upIpMax")).isEqualTo("419");
        assertThat(text(facts, "upIpRange")).isEqualTo("16.5");
        assertThat(text(facts, "upIpBand")).isEqualTo("fixed");
        assertThat(text(facts, "symmetryShape")).isEqualTo("mixed");
    }

    @Test
    void theTimeOfDayOfHalfADayIsNotMeasurable() {
        Facts facts = facts(Fixtures.poll(Twist.NONE, Fixtures.START));
        assertThat(text(facts, "timeOfDay")).isEqualTo("not measurable");
        assertThat(text(facts, "hoursCovered")).isEqualTo("11");
        assertThat(facts.has("hoursChance")).isFalse();
    }

    @Test
    void officeHoursAreConcentratedAndRoundTheClockIsNot() {
        long[] office = LongStream.range(0, 24 * 5)
                .filter(h -> h % 24 >= 8 && h % 24 < 17)
                .map(h -> h * HOUR)
                .toArray();
        long[] always = LongStream.range(0, 24 * 5).map(h -> h * HOUR).toArray();
        assertThat(Hours.of(office).verdict()).isEqualTo(Hours.Verdict.CONCENTRATED);
        assertThat(Hours.of(always).verdict()).isEqualTo(Hours.Verdict.NO_VARIATION);
        assertThat(Hours.of(always).covered()).isEqualTo(24);
    }

    @Test
    void whatFailsAndWhatOpensAreMeasuredByThemselves() {
        Facts facts = facts(Fixtures.scan(ReportScope.ALL));
        double parts = facts.counts("refusedShare") + facts.counts("silentShare") + facts.counts("emptyShare");
        assertThat(parts).isCloseTo(100, within(0.2));
        assertThat(facts.has("refusedClass")).isTrue();
        assertThat(facts.has("answeredShare")).isFalse();
        assertThat(text(facts, "automation")).isEqualTo("automated");
    }
}
