package io.wirecase.local.exam;

import static io.wirecase.local.exam.Sheets.ACTOR;
import static io.wirecase.local.exam.Sheets.VICTIM;
import static io.wirecase.local.exam.Sheets.answer;
import static io.wirecase.local.exam.Sheets.expected;
import static io.wirecase.local.exam.Sheets.flow;
import static io.wirecase.local.exam.Sheets.judged;
import static io.wirecase.local.exam.Sheets.raised;
import static io.wirecase.local.exam.Sheets.series;
import static io.wirecase.local.exam.Sheets.timed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wirecase.local.exam.mark.Alarms;
import io.wirecase.local.exam.mark.Judgement;
import io.wirecase.local.exam.mark.Kinds;
import io.wirecase.local.exam.mark.Pairs;
import io.wirecase.local.exam.mark.Results;
import io.wirecase.local.exam.mark.Rhythms;
import io.wirecase.local.exam.sheet.Answer;
import io.wirecase.local.exam.sheet.Verdict;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Marks of made-up answers, each worked out by hand. */
class MarksTest {

    private static final String SCAN = "23-syn-scan";
    private static final String BURST = "08-browsing-burst";

    @Test
    void anAlertAboutTheRightHostIsFoundAndOneAboutAnotherIsWrong() {
        List<Answer> answers = List.of(
                answer(SCAN, 1, List.of(expected("vertical_scan")), Set.of(), raised("vertical_scan", 100, ACTOR)),
                answer(SCAN, 2, List.of(expected("vertical_scan")), Set.of(), raised("vertical_scan", 100, VICTIM)),
                answer(BURST, 1, List.of(), Set.of(), raised("vertical_scan", 100, ACTOR)));

        assertThat(Kinds.of(answers)).singleElement().satisfies(mark -> {
            assertThat(mark.asked()).isEqualTo(2);
            assertThat(mark.recall()).isEqualTo(0.5);
            assertThat(mark.wrong()).isEqualTo(2);
            assertThat(mark.precision()).isCloseTo(1 / 3.0, within(1e-9));
            assertThat(mark.f1()).isCloseTo(0.4, within(1e-9));
            assertThat(mark.wrongIn()).containsExactlyInAnyOrder(SCAN, BURST);
        });
    }

    @Test
    void whatIsAllowedOrOnlyStatesAFactIsNeverWrong() {
        Answer answer = answer(
                BURST,
                1,
                List.of(),
                Set.of("beacon"),
                raised("beacon", 10, ACTOR),
                raised("volume_outlier", 10, ACTOR),
                flow("unidirectional_traffic", 10));

        assertThat(Kinds.wrong(answer)).isEmpty();
    }

    @Test
    void anotherShapeOfTheSameScanIsAMissOfTheKindButNotOfScans() {
        List<Answer> answers = List.of(
                answer(SCAN, 1, List.of(expected("vertical_scan")), Set.of(), raised("block_scan", 100, ACTOR)));

        assertThat(Kinds.of(answers)).extracting(Kinds.Mark::kind).containsExactly("block_scan", "vertical_scan");
        Kinds.Mark pooled = Kinds.pooled("any", answers, Kinds.SCANS);
        assertThat(pooled.recall()).isEqualTo(1);
        assertThat(pooled.wrong()).isZero();
    }

    @Test
    void pairsAreRankedByScoreAndByVerdictWithTiesCountedHalf() {
        assertThat(Pairs.area(new double[] {0, 10}, new double[] {10, 100})).isEqualTo(0.875);
        List<Answer> answers = List.of(
                judged(BURST, 1, new Verdict("benign", 0.1), raised("beacon", 50, ACTOR)),
                judged(SCAN, 1, new Verdict("malicious", 0.9), raised("vertical_scan", 50, ACTOR)));

        assertThat(Pairs.of(answers)).singleElement().satisfies(mark -> {
            assertThat(mark.byScore()).isEqualTo(0.5);
            assertThat(mark.byVerdict()).isEqualTo(1);
        });
    }

    @Test
    void theYardstickIsHeldToAsManyFalseAlarmsAsOurs() {
        List<Answer> answers = List.of(
                timed("76-poisson", 1, series(0, 0, 0.3), series(0, 0, 0.8), series(0, 30, 0.9)),
                timed("42-beacon-jitter-30", 1, series(300, 300, 0.85), series(300, 310, 0.95), series(300, 0, 0.7)));

        Rhythms.Chance chance = Rhythms.chance(answers);
        assertThat(chance.periodic()).isCloseTo(1 / 3.0, within(1e-9));
        // One of ours is wrong, so one of its own may be: from above .8 on.
        assertThat(chance.equalLimit()).isEqualTo(0.8);
        Rhythms.Mark beacon = Rhythms.of(answers).getFirst();
        assertThat(beacon.periodic()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(beacon.yardstickEqual()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(beacon.within()).isEqualTo(0.5);
    }

    @Test
    void benignAlertsCountByHostAndDayOnceTheyAreLoud() {
        List<Answer> answers = List.of(answer(
                "77-ordinary-day",
                1,
                List.of(),
                Set.of(),
                raised("random_scan", 100, ACTOR),
                raised("long_connection", 10, ACTOR),
                flow("http_suspicious_user_agent", 100)));

        Alarms.Mark days = Alarms.days(Alarms.of(answers));
        assertThat(days.hostDays()).isEqualTo(4);
        assertThat(days.perHostDay()).isEqualTo(0.5);
        assertThat(days.quiet()).isEqualTo(1);
    }

    @Test
    void verdictsAreScoredByWordAndByProbability() {
        Judgement judgement = Judgement.of(List.of(
                judged(BURST, 1, new Verdict("", 0)),
                judged(SCAN, 1, new Verdict("malicious", 1)),
                judged(SCAN, 2, new Verdict("benign", 0.5)),
                judged(SCAN, 3, null)));

        assertThat(judgement.verdicts()).isEqualTo(3);
        assertThat(judgement.right()).isEqualTo(2);
        assertThat(judgement.brier()).isCloseTo(0.25 / 3, within(1e-9));
        assertThat(judgement.calibrationError()).isCloseTo(0.5 / 3, within(1e-9));
    }

    @Test
    void whatWasNotAskedIsNotMeasuredAndMissesNothing() {
        Results results = Results.of("1", List.of());
        assertThat(results.aims()).allMatch(aim -> aim.n() == 0);
        assertThat(results.passed()).isTrue();

        assertThat(Results.of("1", List.of(), Set.of("08-browsing-burst_s1")).passed())
                .isFalse();
        Answer loud = answer(BURST, 1, List.of(), Set.of(), raised("random_scan", 100, ACTOR));
        assertThat(Results.of("1", List.of(loud)).passed()).isFalse();
    }
}
