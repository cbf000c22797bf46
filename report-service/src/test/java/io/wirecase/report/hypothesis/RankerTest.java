package io.wirecase.report.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wirecase.report.engine.Explanations;
import io.wirecase.report.hypothesis.Ranker.Ranked;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankerTest {

    private static final double TAU = Ranker.TAU;

    private record Two(String id, Disposition disposition, Map<EvidenceKind, Double> likelihoods)
            implements Hypothesis {
        @Override
        public String title() {
            return id;
        }

        @Override
        public double prior() {
            return 0.5;
        }
    }

    private static final Hypothesis GOOD =
            new Two("good", Disposition.BENIGN, Map.of(EvidenceKind.NAMED, 2.0, EvidenceKind.EXCHANGE_WHOLE, 1.0));
    private static final Hypothesis BAD = new Two("bad", Disposition.MALICIOUS, Map.of(EvidenceKind.PERIODIC, 99.0));

    private static Map<String, Double> shares(List<Ranked> ranked) {
        Map<String, Double> shares = new java.util.TreeMap<>();
        ranked.forEach(r -> shares.put(r.hypothesis().id(), r.share()));
        return shares;
    }

    @Test
    void ofOneGroupTheStrongestCountsWholeAndTheRestLittle() {
        List<Ranked> ranked =
                new Ranker(List.of(GOOD, BAD)).posteriors(List.of(EvidenceKind.NAMED, EvidenceKind.EXCHANGE_WHOLE));
        double weight = 2.0 + 0.3 * 1.0;
        assertThat(shares(ranked).get("good")).isCloseTo(1 / (1 + Math.exp(-weight / TAU)), within(1e-12));
    }

    @Test
    void noPieceOfEvidenceSaysMoreThanAFactorOfAHundred() {
        List<Ranked> ranked = new Ranker(List.of(GOOD, BAD)).posteriors(List.of(EvidenceKind.PERIODIC));
        assertThat(shares(ranked).get("bad")).isCloseTo(1 / (1 + Math.exp(-Math.log(100) / TAU)), within(1e-12));
        assertThat(ranked.getFirst().posterior()).isLessThanOrEqualTo(0.99);
    }

    @Test
    void theOrderOfEvidenceAndOfExplanationsChangesNothing() {
        List<EvidenceKind> kinds = List.of(EvidenceKind.PERIODIC, EvidenceKind.NAMED, EvidenceKind.FIXED_SIZE);
        List<EvidenceKind> turned = new ArrayList<>(kinds);
        Collections.reverse(turned);
        List<Hypothesis> others = new ArrayList<>(Explanations.ALL);
        Collections.reverse(others);
        Map<String, Double> first = shares(new Ranker(Explanations.ALL).posteriors(kinds));
        Map<String, Double> second = shares(new Ranker(others).posteriors(turned));
        first.forEach((id, share) -> assertThat(second.get(id)).as(id).isCloseTo(share, within(1e-12)));
    }

    @Test
    void theSameEvidenceGivenAgainChangesNothing() {
        Ranker ranker = new Ranker(Explanations.ALL);
        assertThat(shares(ranker.posteriors(List.of(EvidenceKind.PERIODIC, EvidenceKind.PERIODIC))))
                .isEqualTo(shares(ranker.posteriors(List.of(EvidenceKind.PERIODIC))));
    }

    @Test
    void noEvidenceMovesNoneOfThese() {
        Map<EvidenceKind, Double> moved = new EnumMap<>(EvidenceKind.class);
        for (EvidenceKind kind : EvidenceKind.values()) {
            moved.put(kind, new NoneOfThese().likelihood(kind));
        }
        assertThat(moved.values()).containsOnly(0.0);
    }

    @Test
    void aPeriodAloneDoesNotMakeAPatternMalicious() {
        Ranking ranking = new Ranker(Explanations.ALL)
                .rank(List.of(new Evidence(
                        EvidenceKind.PERIODIC, io.wirecase.report.document.Prose.words("it has a period"))));
        assertThat(ranking.disposition()).isNotEqualTo(Disposition.MALICIOUS);
    }
}
