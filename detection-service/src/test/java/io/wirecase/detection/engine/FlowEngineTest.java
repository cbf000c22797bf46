package io.wirecase.detection.engine;

import static io.wirecase.detection.testing.FlowFixtures.flow;
import static io.wirecase.detection.testing.Messages.exchange;
import static io.wirecase.detection.testing.Messages.request;
import static io.wirecase.detection.testing.Messages.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.Severity;
import io.wirecase.core.alert.Side;
import io.wirecase.core.alert.Technique;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.testing.FlowFixtures;
import io.wirecase.detection.testing.Listed;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FlowEngineTest {

    private final FlowEngine engine =
            new FlowEngine(DetectorCatalog.detectors(), new DetectionContext(Networks.PRIVATE));

    @Test
    void aConnectivityCheckScores150AsTheClients100AndTheServers50() {
        Alert alert = engine.inspect(check().build()).orElseThrow();
        assertThat(alert.findings().stream().map(Finding::code))
                .containsExactly("http_suspicious_user_agent", "http_obsolete_server");
        assertThat(alert.findings().stream().map(Finding::points)).containsExactly(100, 50);
        assertThat(alert.findings().stream().map(Finding::accountable)).containsExactly(Side.CLIENT, Side.SERVER);
        assertThat(alert.score()).isEqualTo(150);
        assertThat(alert.severity()).isEqualTo(Severity.ERROR);
        assertThat(alert.kind()).isEqualTo(Alert.FLOW);
    }

    @Test
    void theSubjectIsOurHostWhicheverSideItIsOn() {
        IpAddress ours = IpAddress.of(FlowFixtures.CLIENT);
        Alert outwards = engine.inspect(check().build()).orElseThrow();
        Flow fromOutside = flow().client(FlowFixtures.SERVER, 40_000)
                .server(FlowFixtures.CLIENT, 22)
                .refused()
                .build();
        Alert inwards = engine.inspect(fromOutside).orElseThrow();
        assertThat(outwards.subject().host()).isEqualTo(ours);
        assertThat(inwards.subject().host()).isEqualTo(ours);
        assertThat(inwards.subject().peer()).isEqualTo(IpAddress.of(FlowFixtures.SERVER));
    }

    @Test
    void aFlowThatGoesOnHasNoAlertYetAndTheSameIdLater() {
        assertThat(engine.inspect(check().part(1, false).build())).isEmpty();
        Alert last = engine.inspect(check().part(2, true).build()).orElseThrow();
        Alert only = engine.inspect(check().build()).orElseThrow();
        assertThat(last.id()).isEqualTo(only.id());
    }

    @Test
    void aListThatChangesCountsFromTheNextFlowOn() {
        AtomicReference<DetectionContext> known = new AtomicReference<>(new DetectionContext(Networks.PRIVATE));
        FlowEngine watching = new FlowEngine(DetectorCatalog.detectors(), known::get);
        Flow flow = flow().server(Listed.SERVER, 443).build();
        assertThat(watching.inspect(flow)).isEmpty();
        known.set(known.get().with(Listed.one()));
        assertThat(watching.inspect(flow).orElseThrow().findings())
                .extracting(Finding::code)
                .containsExactly("malware_host_contacted");
    }

    @Test
    void techniquesAreThoseOfTheFindingsEachOnce() {
        Alert agent = engine.inspect(check().build()).orElseThrow();
        assertThat(agent.techniques().stream().map(Technique::id)).containsExactly("T1071.001");
        Flow refused = flow().refused().build();
        assertThat(engine.inspect(refused).orElseThrow().techniques()).isEmpty();
    }

    @Test
    void aFlowWithoutRisksHasNoAlert() {
        assertThat(engine.inspect(flow().build())).isEmpty();
    }

    private static FlowFixtures check() {
        return flow().http(exchange(
                request("GET", "/", "connectivity-check.ubuntu.com", "Accept", "*/*", "Connection", "close"),
                response(204, "server", "nginx/1.14.0 (Ubuntu)", "x-networkmanager-status", "online")));
    }
}
