package io.wirecase.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.Side;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.document.Prose;
import io.wirecase.report.fixture.Fixtures;
import io.wirecase.report.fixture.Made;
import io.wirecase.report.measurement.Facts;
import java.util.List;
import org.junit.jupiter.api.Test;

class OddPortsTest {

    @Test
    void theSensorsPortIsReadAsTheOneTheProtocolBelongsOn() {
        assertThat(said("80", "TLS on 443; HTTP_Connect on 8080"))
                .containsExactly(
                        "HTTP_Connect found on 80, expected on 8080 (1 alert).",
                        "TLS found on 80, expected on 443 (1 alert).");
    }

    @Test
    void severalPortsOfOneProtocolStayTogether() {
        assertThat(said("9000", "HTTP_Proxy on 8080, 3128"))
                .containsExactly("HTTP_Proxy found on 9000, expected on 8080, 3128 (1 alert).");
    }

    @Test
    void aProtocolOnItsOwnPortIsNotListedAndWhatIsNoPortIsNotRead() {
        assertThat(said("443", "TLS on 443")).isEmpty();
        assertThat(said("80<script>", "TLS on 443")).isEmpty();
        assertThat(said("80", "anything else")).isEmpty();
    }

    private static List<String> said(String observed, String limit) {
        EnrichedAlert one = Fixtures.many(1).getFirst();
        Alert a = one.alert();
        Finding finding = new Finding(
                "known_protocol_on_non_standard_port",
                50,
                Side.NETWORK,
                50,
                "a protocol on another port",
                Made.text(observed),
                limit,
                "detection");
        Alert odd = new Alert(
                a.id(),
                a.revision(),
                a.status(),
                a.kind(),
                a.site(),
                a.captures(),
                a.eventNanos(),
                a.subject(),
                List.of(finding),
                50,
                a.evidence(),
                a.techniques());
        return OddPorts.of(List.of(new EnrichedAlert(odd, one.addresses(), null)), new Facts(new Ledger())).stream()
                .map(Prose::text)
                .toList();
    }
}
