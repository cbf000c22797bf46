package io.wirecase.enrichment.recogniser;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.AddressFacts;
import io.wirecase.core.intel.DataSource;
import io.wirecase.core.intel.ExchangeMatch;
import io.wirecase.core.intel.ExchangeMatch.Check;
import io.wirecase.core.intel.ExchangeMatch.Outcome;
import io.wirecase.core.intel.Locality;
import io.wirecase.core.intel.NetworkOwner;
import io.wirecase.enrichment.testing.Checked;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RecogniserTest {
    private static final DataSource SOURCE = new DataSource("test", "1", "2026-06-17");

    @Test
    void ubuntusCheckMatchesWhole() {
        ExchangeMatch match = match(new Checked().flow());

        assertThat(match.service()).isEqualTo("ubuntu-connectivity-check");
        assertThat(match.whole()).isTrue();
        assertThat(match.checks())
                .hasSize(14)
                .allSatisfy(check -> assertThat(check.outcome()).isEqualTo(Outcome.HELD));
    }

    @Test
    void aBodyInTheReplyBreaksTheMatchAndSaysHowLongItWas() {
        Flow flow = new Checked()
                .replies(200, 200, 20_480, "x-networkmanager-status: online")
                .flow();

        assertThat(broken(flow)).containsExactly("reply-body");
        assertThat(check(flow, "reply-body").observed()).hasToString("20480 bytes");
        assertThat(check(flow, "reply-body").expected()).isEqualTo("none");
    }

    @Test
    void aConnectionWhoseFirstPacketIsMissingIsComparedWithTheSideThatWasAsked() {
        Flow flow = new Checked().answerFirst().flow();
        assertThat(flow.key().originator().port()).isEqualTo(80);

        assertThat(match(flow).whole()).isTrue();
        assertThat(match(flow).checks())
                .filteredOn(check -> check.outcome() != Outcome.HELD)
                .extracting(Check::id)
                .containsExactly("resolved");
    }

    @Test
    void oneThatAsksSomethingElseBreaksAllTheSame() {
        Flow flow = new Checked().answerFirst().asks("GET", "/beacon", 0).flow();

        assertThat(broken(flow)).contains("target").doesNotContain("port");
    }

    @Test
    void aPostBreaksTheMethodAndTheBody() {
        Flow flow = new Checked()
                .asks("POST", "/", 420)
                .requestFields("Accept: */*", "Content-Length: 420", "Connection: close")
                .flow();

        assertThat(broken(flow)).contains("method", "request-body", "request-fields", "request-head");
    }

    @Test
    void anAddressThatNoAnswerForTheNameGaveBreaksAndSaysInWhichPacketTheAnswerIs() {
        Flow flow = new Checked()
                .address("203.0.113.77")
                .resolved(null)
                .conflict("connectivity-check.ubuntu.com", 12)
                .flow();

        assertThat(broken(flow)).containsExactly("resolved");
        assertThat(check(flow, "resolved").observed())
                .hasToString("203.0.113.77: not among the 12 addresses DNS gave the client, the latest in packet 2");
        assertThat(match(flow, null).broken()).extracting(Check::id).containsExactly("resolved");
    }

    @Test
    void aConflictBreaksEveryModelWhereverItsServersSit() {
        assertThat(ConnectivityChecks.ALL).allSatisfy(model -> {
            String name = model.place().names().getFirst();
            Flow flow = new Checked()
                    .host(name)
                    .asks("GET", model.request().targets().getFirst(), 0)
                    .resolved("front.example")
                    .conflict(name, 3)
                    .flow();

            assertThat(broken(flow)).contains("resolved");
            assertThat(match(flow).whole()).isFalse();
        });
    }

    @Test
    void aConflictOnAnotherNameSaysNothingOfThisOne() {
        Flow flow = new Checked().conflict("other.example", 3).flow();

        assertThat(check(flow, "resolved").outcome()).isEqualTo(Outcome.HELD);
        assertThat(match(flow).whole()).isTrue();
    }

    @Test
    void withoutAnyAnswerInSightTheMatchStaysWholeAndSaysSo() {
        Flow flow = new Checked().resolved(null).flow();

        assertThat(match(flow).whole()).isTrue();
        assertThat(check(flow, "resolved").outcome()).isEqualTo(Outcome.NOT_SEEN);
        assertThat(check(flow, "resolved").observed()).hasToString("185.125.190.17: in no answer the client got");
    }

    @Test
    void anAddressResolvedForAnotherNameIsShownButSaysNothing() {
        Flow flow = new Checked().resolved("front.example").flow();

        assertThat(match(flow).whole()).isTrue();
        assertThat(check(flow, "resolved").outcome()).isEqualTo(Outcome.NOT_SEEN);
        assertThat(check(flow, "resolved").observed()).hasToString("front.example");
    }

    @Test
    void whoOwnsTheAddressNeverChangesWhetherAnExchangeMatches() {
        Flow good = new Checked().flow();
        Flow bad = new Checked().replies(404, 189, 0).flow();
        for (@Nullable Long asn : Arrays.asList(41_231L, 64_500L, null)) {
            assertThat(match(good, asn).whole()).isTrue();
            assertThat(match(good, asn).broken()).isEmpty();
            assertThat(match(bad, asn).whole()).isFalse();
            assertThat(match(bad, asn).broken()).isEqualTo(match(bad, 41_231L).broken());
        }
        assertThat(check(good, "owner").outcome()).isEqualTo(Outcome.HELD);
        assertThat(match(good, 64_500L).checks())
                .filteredOn(check -> check.id().equals("owner"))
                .singleElement()
                .satisfies(owner -> {
                    assertThat(owner.outcome()).isEqualTo(Outcome.NOT_SEEN);
                    assertThat(owner.observed()).hasToString("185.125.190.17: AS64500");
                });
    }

    @Test
    void everyOtherThingThatIsWrongBreaksItsOwnCheck() {
        assertThat(broken(new Checked().asks("GET", "/?id=7", 0).flow())).contains("target");
        assertThat(broken(new Checked()
                        .requestFields("Accept: */*", "User-Agent: x", "Connection: close")
                        .flow()))
                .contains("user-agent", "request-fields");
        assertThat(broken(new Checked()
                        .replies(404, 189, 0, "x-networkmanager-status: online")
                        .flow()))
                .containsExactly("status");
        assertThat(broken(new Checked().replies(204, 189, 0).flow())).containsExactly("reply-mark");
        assertThat(broken(new Checked()
                        .replies(204, 1_200, 0, "x-networkmanager-status: online")
                        .flow()))
                .containsExactly("reply-head");
        assertThat(broken(new Checked()
                        .host("other.example")
                        .resolved("connectivity-check.ubuntu.com")
                        .flow()))
                .containsExactly("name");
    }

    @Test
    void aPortalsRedirectIsPartOfTheCheck() {
        Flow flow = new Checked()
                .replies(302, 300, 120, "Location: http://portal.example/")
                .flow();

        assertThat(match(flow).whole()).isTrue();
    }

    @Test
    void oneBadExchangeAmongGoodOnesOnAConnectionDecides() {
        Flow flow = new Checked()
                .then()
                .asks("POST", "/", 900)
                .then()
                .asks("GET", "/", 0)
                .flow();

        assertThat(match(flow).whole()).isFalse();
        assertThat(broken(flow)).contains("method", "request-body");
    }

    @Test
    void aHostThatIsNoCheckIsNotComparedAtAll() {
        Flow flow = new Checked().host("reports.amber-lantern.example").flow();

        assertThat(new Recogniser().match(flow, facts(flow, 41_231L))).isEmpty();
    }

    @Test
    void aConnectionOnWhichNothingWasSaidIsNearButNeverWhole() {
        ExchangeMatch match = match(new Checked().unspoken());

        assertThat(match.whole()).isFalse();
        assertThat(match.broken()).isEmpty();
    }

    @Test
    void aSharedNameIsComparedOnlyForItsChecksTarget() {
        Flow search = new Checked()
                .host("www.google.com")
                .asks("GET", "/search?q=x", 0)
                .flow();
        Flow check = new Checked()
                .host("www.google.com")
                .asks("GET", "/generate_204", 0)
                .requestFields("User-Agent: Mozilla/5.0 (X11; Linux x86_64)")
                .flow();

        assertThat(new Recogniser().match(search, facts(search, 15_169L))).isEmpty();
        assertThat(match(check).whole()).isTrue();
    }

    @Test
    void windowsAppleAndFirefoxChecksMatchWithTheirUserAgents() {
        assertThat(match(spoken("www.msftconnecttest.com", "/connecttest.txt", "Microsoft NCSI", 22))
                        .whole())
                .isTrue();
        assertThat(match(spoken("captive.apple.com", "/hotspot-detect.html", "CaptiveNetworkSupport-478 wispr", 69))
                        .whole())
                .isTrue();
        assertThat(match(spoken("detectportal.firefox.com", "/success.txt?ipv4", "Mozilla/5.0 Firefox/140.0", 8))
                        .whole())
                .isTrue();
        assertThat(broken(spoken("www.msftconnecttest.com", "/connecttest.txt", "curl/8", 22)))
                .containsExactly("user-agent");
        assertThat(broken(spoken("captive.apple.com", "/hotspot-detect.html", "CaptiveNetworkSupport", 9_000)))
                .containsExactly("reply-body");
    }

    @Test
    void namesCompareWithoutCasePortOrLastDot() {
        assertThat(match(new Checked()
                                .host("Connectivity-Check.Ubuntu.com.:80")
                                .resolved(null)
                                .flow())
                        .broken())
                .extracting(Check::id)
                .doesNotContain("name");
    }

    @Test
    void everyModelHasAnIdOfItsOwnAndAUsualReply() {
        Set<String> ids = new HashSet<>();
        assertThat(ConnectivityChecks.ALL).allSatisfy(model -> {
            assertThat(ids.add(model.id())).isTrue();
            assertThat(model.replies()).isNotEmpty();
            assertThat(model.place().names()).isNotEmpty().allMatch(name -> name.equals(name.toLowerCase(Locale.ROOT)));
        });
    }

    private static Flow spoken(String host, String target, String agent, long body) {
        return new Checked()
                .host(host)
                .asks("GET", target, 0)
                .requestFields("User-Agent: " + agent)
                .replies(200, 250, body, "Content-Type: text/plain")
                .flow();
    }

    private static List<String> broken(Flow flow) {
        return match(flow).broken().stream().map(Check::id).toList();
    }

    private static Check check(Flow flow, String id) {
        return match(flow).checks().stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ExchangeMatch match(Flow flow) {
        return match(flow, 41_231L);
    }

    private static ExchangeMatch match(Flow flow, @Nullable Long asn) {
        return new Recogniser().match(flow, facts(flow, asn)).orElseThrow();
    }

    private static AddressFacts facts(Flow flow, @Nullable Long asn) {
        NetworkOwner owner = asn == null ? null : new NetworkOwner(asn, null, null, null, SOURCE);
        return new AddressFacts(Recogniser.asked(flow).address(), Locality.EXTERNAL, owner);
    }
}
