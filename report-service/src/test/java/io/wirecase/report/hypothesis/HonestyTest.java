package io.wirecase.report.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wirecase.core.net.IpAddress;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.engine.Explanations;
import io.wirecase.report.fixture.Fixtures;
import io.wirecase.report.fixture.Fixtures.Twist;
import io.wirecase.report.fixture.Household;
import io.wirecase.report.fixture.Talks;
import io.wirecase.report.input.CaseInput;
import io.wirecase.report.measurement.Measurement;
import io.wirecase.report.measurement.Measurer;
import io.wirecase.report.measurement.PatternFacts;
import io.wirecase.report.pattern.Pattern;
import io.wirecase.report.pattern.PatternFinder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must not move a verdict, and what may only move it so far. */
class HonestyTest {

    private static final String AGENT = "http_suspicious_user_agent";
    private static final String SERVER = "http_obsolete_server";

    private static Map<String, Ranking> rankings(CaseInput input) {
        Map<String, Ranking> rankings = new HashMap<>();
        Measurer measurer = new Measurer(input.flows());
        for (Pattern pattern : new PatternFinder(0).find(input.alerts()).patterns()) {
            Measurement measured = measurer.measure(pattern);
            Ranking ranking = new Ranker(Explanations.ALL)
                    .rank(EvidenceFinder.find(measured, PatternFacts.state(measured, new Ledger(), 6)));
            rankings.put(pattern.key().entity().text().raw(), ranking);
        }
        return rankings;
    }

    private static Ranking only(CaseInput input) {
        return rankings(input).values().iterator().next();
    }

    private static List<EvidenceKind> kinds(Ranking ranking) {
        return ranking.evidence().stream().map(Evidence::kind).toList();
    }

    @Test
    void withoutTheLookupsOfTheCaptureNothingIsHeldAgainstTheHost() {
        Ranking with = only(Talks.withLookups(Talks.nameless(), 5));
        Ranking without = only(Talks.nameless());
        assertThat(kinds(with)).contains(EvidenceKind.NEVER_NAMED);
        assertThat(kinds(without)).doesNotContain(EvidenceKind.NEVER_NAMED);
        assertThat(without.disposition()).isEqualTo(Disposition.SUSPICIOUS);
        assertThat(without.share(Disposition.MALICIOUS)).isLessThan(with.share(Disposition.MALICIOUS));
    }

    @Test
    void otherDatesChangeNothing() {
        Ranking now = only(Fixtures.poll(Twist.TWIN, Fixtures.START));
        Ranking then = only(Fixtures.poll(Twist.TWIN, Fixtures.START - 300_000_000L * 1_000_000_000L));
        assertThat(kinds(then)).isEqualTo(kinds(now));
        assertThat(then.leader().share()).isCloseTo(now.leader().share(), within(1e-12));
    }

    @Test
    void otherAddressesAndOwnersChangeNothing() {
        Ranking before = only(Talks.renamed(Fixtures.poll(Twist.TWIN, Fixtures.START), a -> a, AGENT, SERVER));
        IpAddress desk = IpAddress.of("10.9.8.7");
        IpAddress owned = IpAddress.of("185.125.190.77");
        Ranking after = only(Talks.renamed(
                Fixtures.poll(Twist.TWIN, Fixtures.START), a -> a.equals(Fixtures.DESK) ? desk : owned, AGENT, SERVER));
        assertThat(kinds(after)).isEqualTo(kinds(before));
        assertThat(after.leader().share()).isCloseTo(before.leader().share(), within(1e-12));
    }

    @Test
    void theSameFlowsTenTimesOverDoNotMoveAVerdict() {
        Ranking once = only(Talks.repeated(Fixtures.named("reports.example"), 1, AGENT, SERVER));
        Ranking tenfold = only(Talks.repeated(Fixtures.named("reports.example"), 10, AGENT, SERVER));
        assertThat(kinds(tenfold)).isEqualTo(kinds(once));
        assertThat(tenfold.leader().share()).isCloseTo(once.leader().share(), within(1e-12));
    }

    @Test
    void aGroupOfEvidenceMovesAnExplanationByItsStrongestPieceAndLittleMore() {
        Ranker ranker = new Ranker(Explanations.ALL);
        for (EvidenceKind.Group group : EvidenceKind.Group.values()) {
            List<EvidenceKind> all = EnumSet.allOf(EvidenceKind.class).stream()
                    .filter(k -> k.group() == group)
                    .toList();
            for (Ranker.Ranked ranked : ranker.posteriors(all)) {
                double moved = ranked.weight() - Math.log(ranked.hypothesis().prior());
                double cap = Ranker.CLIP * (1 + Ranker.REST * (all.size() - 1));
                assertThat(Math.abs(moved))
                        .as("%s %s", group, ranked.hypothesis().id())
                        .isLessThanOrEqualTo(cap);
            }
        }
    }

    @Test
    void evidenceThatTellsNothingKeepsTheOrderOfTwoExplanations() {
        Random random = new Random(5);
        List<EvidenceKind> all = List.of(EvidenceKind.values());
        Ranker ranker = new Ranker(Explanations.ALL);
        for (int i = 0; i < 200; i++) {
            List<EvidenceKind> kinds = new ArrayList<>(all);
            Collections.shuffle(kinds, random);
            List<EvidenceKind> some = kinds.subList(0, 4);
            EvidenceKind extra = kinds.get(4);
            List<EvidenceKind> more = new ArrayList<>(some);
            more.add(extra);
            Ranker.Ranked first = ranker.posteriors(some).get(0);
            Ranker.Ranked second = ranker.posteriors(some).get(1);
            if (first.hypothesis().likelihood(extra) == 0 && second.hypothesis().likelihood(extra) == 0) {
                Map<String, Double> after = new HashMap<>();
                ranker.posteriors(more).forEach(r -> after.put(r.hypothesis().id(), r.share()));
                assertThat(after.get(first.hypothesis().id()))
                        .isGreaterThanOrEqualTo(after.get(second.hypothesis().id()));
            }
        }
    }

    @Test
    void aCheckWithoutNameIsNoServiceAndItsOwnerNamesNone() {
        Ranking ranking = only(Talks.nameless());
        assertThat(ranking.disposition()).isEqualTo(Disposition.SUSPICIOUS);
        assertThat(ranking.evidence())
                .filteredOn(e -> e.kind() == EvidenceKind.EXCHANGE_UNNAMED)
                .singleElement()
                .satisfies(
                        e -> assertThat(e.statement().text()).contains("no service can be named from addresses alone"));
    }

    @Test
    void theTunnelLeadsWhereThePhonesDownloadsStayDownloads() {
        Map<String, Ranking> rankings = rankings(Talks.tunnel());
        Ranking tunnel = rankings.get("relay.copper-finch.example");
        assertThat(tunnel.leader().hypothesis().id()).isEqualTo("tunnel");
        assertThat(tunnel.disposition()).isNotEqualTo(Disposition.BENIGN);
        assertThat(kinds(tunnel))
                .contains(
                        EvidenceKind.CONNECT_FEW,
                        EvidenceKind.UPLOAD_MORE,
                        EvidenceKind.WHILE_IDLE,
                        EvidenceKind.ODD_PORT)
                .doesNotContain(EvidenceKind.EMPTY_REPLIES);
        Ranking downloads = rankings.get("updates.cdn-apple.com");
        assertThat(downloads.leader().hypothesis().id()).isEqualTo("content_download");
        assertThat(downloads.disposition()).isEqualTo(Disposition.BENIGN);
        assertThat(kinds(downloads)).contains(EvidenceKind.RACED).doesNotContain(EvidenceKind.RETRY);
    }

    @Test
    void thePollInsideIsPollingAndTheDownloadsKeepTheirShareBesideIt() {
        Map<String, Ranking> rankings = rankings(Household.together());
        assertThat(rankings.get(Household.PHONE.toString())
                        .leader()
                        .hypothesis()
                        .id())
                .isEqualTo("polling");
        assertThat(rankings.get(Household.PHONE.toString()).disposition()).isEqualTo(Disposition.BENIGN);
        assertThat(rankings.get("updates.cdn-apple.com").leader().hypothesis().id())
                .isEqualTo("content_download");
    }
}
