package io.wirecase.core.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.alert.Scores;
import io.wirecase.core.alert.Side;
import io.wirecase.core.alert.Technique;
import io.wirecase.core.suppression.Suppression.Match;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left of an alert that rules take a part out of. */
class LeftOverTest {

    private static final Exchange USUAL = Exchange.USUAL;
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private static Alert with(Alert alert, List<Technique> techniques, Finding... more) {
        List<Finding> findings = new ArrayList<>(alert.findings());
        findings.addAll(List.of(more));
        return new Alert(
                alert.id(),
                alert.revision(),
                alert.status(),
                alert.kind(),
                alert.site(),
                alert.captures(),
                alert.eventNanos(),
                alert.subject(),
                findings,
                Scores.total(findings),
                alert.evidence(),
                techniques);
    }

    private static Alert left(Alert alert, String hiddenCode) {
        return RuleBook.left(
                alert,
                new RuleBook(List.of(Exchange.rule(new Match(null, null, null, null, null, hiddenCode, null, null))))
                        .judge(alert, NOW, new Rhythm(8))
                        .orElseThrow());
    }

    @Test
    void theTechniquesOfWhatIsHiddenGoAndThoseOfWhatIsLeftStay() {
        List<FlowRisk> two = Arrays.stream(FlowRisk.values())
                .filter(risk -> risk.technique().isPresent())
                .sorted(Comparator.comparing(
                        risk -> risk.technique().orElseThrow().id()))
                .toList();
        FlowRisk one = two.getFirst();
        FlowRisk other = two.getLast();
        Technique first = one.technique().orElseThrow();
        Technique last = other.technique().orElseThrow();
        assertThat(first).isNotEqualTo(last);
        Alert alert = with(USUAL.alert(0, one.code(), other.code(), Exchange.AGENT), List.of(first, last));

        assertThat(left(alert, one.code()).techniques()).containsExactly(last);
        assertThat(left(alert, other.code()).techniques()).containsExactly(first);
        assertThat(left(alert, Exchange.AGENT).techniques()).containsExactly(first, last);
    }

    @Test
    void anAlertWhoseBehaviourIsHiddenIsCalledByWhatIsLeftOfIt() {
        Technique tunnel = new Technique("T1572", "Protocol Tunneling", "19");
        Finding steady = new Finding("long_connection", 10, Side.CLIENT, 90, "d", null, null, "detection");
        Alert alert = with(USUAL.behaviour("proxy_tunnel", 1, List.of(), "185.125.190.17"), List.of(tunnel), steady);

        Alert left = left(alert, "proxy_tunnel");
        assertThat(left.kind()).isEqualTo("long_connection");
        assertThat(left.techniques()).isEmpty();
        assertThat(left.score()).isEqualTo(10);
        Alert other = left(alert, "long_connection");
        assertThat(other.kind()).isEqualTo("proxy_tunnel");
        assertThat(other.techniques()).containsExactly(tunnel);
    }
}
