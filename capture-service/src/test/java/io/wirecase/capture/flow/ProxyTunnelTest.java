package io.wirecase.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Flow;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.capture.CaptureWriter;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What capture reads of a tunnel through a proxy: who was asked for outside, and what is inside. */
class ProxyTunnelTest {

    private static final String TARGET = "relay.copper-finch.example";

    @Test
    void theCarrierAndTheTlsInsideAreBothNamedAndBothRead() throws IOException {
        assertThat(tunnels(flows())).hasSize(12).allSatisfy(flow -> {
            assertThat(flow.application())
                    .isEqualTo(new Application(List.of("HTTP_Connect", "TLS"), Application.Found.DECODED));
            HttpExchange exchange =
                    Objects.requireNonNull(flow.facts().http()).exchanges().getFirst();
            HttpExchange.Request request = Objects.requireNonNull(exchange.request());
            assertThat(request.method().raw()).isEqualTo("CONNECT");
            assertThat(request.target().raw()).isEqualTo(TARGET + ":443");
            assertThat(Objects.requireNonNull(exchange.response()).status()).isEqualTo(200);
            TlsFacts tls = Objects.requireNonNull(flow.facts().tls());
            assertThat(Objects.requireNonNull(tls.serverName()).raw()).isEqualTo(TARGET);
            assertThat(tls.ja4()).startsWith("t13d0306h1_");
        });
    }

    @Test
    void theTunnelsFingerprintIsNoneOfThePhonesOwn() throws IOException {
        List<Flow> flows = flows();
        Set<String> own = flows.stream()
                .filter(flow ->
                        Integer.valueOf(443).equals(flow.key().responder().port()))
                .filter(flow -> flow.facts().tls() != null)
                .map(flow -> Objects.requireNonNull(
                        Objects.requireNonNull(flow.facts().tls()).ja4()))
                .collect(Collectors.toSet());

        assertThat(own).isNotEmpty();
        assertThat(tunnels(flows))
                .extracting(flow -> Objects.requireNonNull(flow.facts().tls()).ja4())
                .doesNotContainAnyElementsOf(own);
    }

    @Test
    void theBytesInsideATunnelAreNoBodyOfTheExchangeThatOpenedIt() throws IOException {
        assertThat(tunnels(flows())).allSatisfy(flow -> {
            HttpExchange exchange =
                    Objects.requireNonNull(flow.facts().http()).exchanges().getFirst();
            assertThat(Objects.requireNonNull(exchange.request()).head().bodyBytes())
                    .isZero();
            assertThat(Objects.requireNonNull(exchange.response()).head().bodyBytes())
                    .isZero();
            assertThat(flow.traffic().originator().payloadBytes()).isGreaterThan(30_000);
        });
    }

    private static List<Flow> tunnels(List<Flow> flows) {
        return flows.stream()
                .filter(flow -> flow.application().carrier().equals("HTTP_Connect"))
                .toList();
    }

    private static List<Flow> flows() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CaptureWriter writer = CaptureWriter.open(out, CaptureFormat.PCAP)) {
            Fixtures.named("A2-tunnel").write(writer, Settings.DEFAULT);
        }
        return Tape.play(out.toByteArray(), FlowSettings.DEFAULT).flows();
    }
}
