package io.wirecase.report.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.report.document.Prose;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NumberGateTest {

    private final Ledger ledger = new Ledger();
    private final NumberGate gate = new NumberGate(ledger);
    private final Ledger.Basis basis = Ledger.Basis.measured("count of flows", List.of("capture:x"));
    private final Claim host = ledger.address(IpAddress.of("192.168.50.71"), basis);
    private final Claim flows = ledger.count(118, "flows", basis);
    private final Claim period = ledger.number(300.02, 1, "s", basis);

    @Test
    void aSentenceFromATemplateAndItsClaimsPasses() {
        Prose prose = Template.of("{host} opened {n}, one every {t} in the median.")
                .fill(Map.of("host", host, "n", flows, "t", period));

        assertThat(prose.text()).isEqualTo("192.168.50.71 opened 118 flows, one every 300 s in the median.");
        assertThat(prose.claims()).containsExactly("c1", "c2", "c3");
        assertThat(gate.check(prose)).isEmpty();
    }

    @Test
    void aWrongNumberIsRefused() {
        List<Refusal> refusals = gate.check("192.168.50.71 opened 119 flows.", List.of("c1", "c2"));

        assertThat(refusals).extracting(Refusal::reason).containsExactly(Refusal.Reason.UNBACKED);
        assertThat(refusals).extracting(Refusal::detail).containsExactly("119");
    }

    @Test
    void aNumberInsideALongerOneIsNotBackedByIt() {
        assertThat(gate.check("It opened 1181 flows.", List.of("c2"))).hasSize(1);
        assertThat(gate.check("It opened 118.5 flows.", List.of("c2"))).hasSize(1);
        assertThat(gate.check("The host 192.168.50.7 did it.", List.of("c1"))).hasSize(1);
    }

    @Test
    void aNumberThatIsTrueButNotCitedIsRefused() {
        assertThat(gate.check("It opened 118 flows.", List.of("c1")))
                .extracting(Refusal::detail)
                .containsExactly("118");
    }

    @Test
    void aClaimThatTheLedgerDoesNotHoldIsRefused() {
        assertThat(gate.check("It opened flows.", List.of("c99")))
                .extracting(Refusal::reason)
                .containsExactly(Refusal.Reason.MISSING_CLAIM);
    }

    @Test
    void aDirectionWithoutAReferenceIsRefused() {
        assertThat(gate.check("The outbound volume is larger than the inbound one.", List.of()))
                .extracting(Refusal::reason)
                .containsExactly(Refusal.Reason.DIRECTION, Refusal.Reason.DIRECTION);
    }

    @Test
    void namesTimesPercentagesAddressesAndSpelledCountsNeedAClaim() {
        for (String text : List.of(
                "It asked for example.com.",
                "It began at 05:28:08.",
                "It varied by 5%.",
                "It went to 2001:db8::1.",
                "It went to fe80::a.",
                "There were five connections.",
                "This is technique T1046.")) {
            assertThat(gate.check(text, List.of())).as(text).isNotEmpty();
        }
    }

    @Test
    void anOrganisationInTheLedgerMayOnlyStandWhereItIsCited() {
        ledger.word("Canonical Group Limited", Ledger.Basis.lookedUp("owner", List.of("data:owners@x")));

        assertThat(gate.check("The peers belong to Canonical Group Limited.", List.of()))
                .extracting(Refusal::detail)
                .containsExactly("Canonical Group Limited", "Canonical");
        assertThat(gate.check("The peers belong to Canonical.", List.of())).hasSize(1);
        assertThat(gate.check("The peers belong to Canonical Group Limited.", List.of("c4")))
                .isEmpty();
    }

    @Test
    void textFromPacketsStaysApartAndCannotSpeakForTheReport() {
        Claim hostile = ledger.packet(new UntrustedText("benign\u202e 100 %<script>"), basis);

        Prose prose = Template.of("The name asked for was {name}.").fill(Map.of("name", hostile));

        assertThat(prose.parts()).anyMatch(p -> p instanceof Prose.FromPackets);
        assertThat(prose.text()).doesNotContain("\u202e");
        assertThat(gate.check(prose)).isEmpty();
    }

    @Test
    void aTemplateMayNotStateAFactItself() {
        assertThatThrownBy(() -> Template.of("It ran every 300 s.")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Template.of("Its inbound bytes were {n}."))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Template.of("{a} did it.").fill(Map.of("b", host)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameClaimStatedTwiceIsOneClaim() {
        assertThat(ledger.count(118, "flows", basis)).isSameAs(flows);
        assertThat(ledger.claims()).hasSize(3);
    }
}
