package io.wirecase.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.fact.DomainTraffic;
import io.wirecase.core.fact.IcmpPayloads;
import io.wirecase.core.flow.Activity;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.Transport;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.capture.CaptureWriter;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The facts that tunnels and outliers are told by, from whole captures. */
class CarriersTest {

    @Test
    void theTunnelsRepliesAreAllUnequalAndThePingsNone() throws IOException {
        IcmpPayloads tunnel = payloads(flows("C1-icmp-tunnel").getFirst());
        assertThat(tunnel.replies()).isEqualTo(240);
        assertThat(tunnel.unequal()).isEqualTo(240);
        assertThat(tunnel.responder())
                .isNotNull()
                .satisfies(sent -> assertThat(sent.entropy()).isGreaterThan(7.9));

        List<Flow> pings = flows("C1-ping");
        assertThat(pings).hasSizeGreaterThan(3).allSatisfy(ping -> {
            assertThat(payloads(ping).replies()).isPositive();
            assertThat(payloads(ping).unequal()).isZero();
            assertThat(payloads(ping).originator())
                    .isNotNull()
                    .satisfies(sent -> assertThat(sent.renewed()).isZero());
        });
    }

    @Test
    void theTunnelsLongFlowSumsUpWhatItDoesNotKeep() throws IOException {
        List<DomainTraffic> domains = flows("C2-dns-tunnel").stream()
                .map(flow -> Objects.requireNonNull(flow.facts().dns()).domains())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList();

        assertThat(domains).hasSize(1).first().satisfies(traffic -> {
            assertThat(traffic.domain().raw()).isEqualTo("quiet-harbor.example");
            assertThat(traffic.transactions()).isEqualTo(300);
            assertThat(traffic.names()).isBetween(250L, 350L);
            assertThat(traffic.dataAnswers()).isEqualTo(300);
            assertThat(traffic.dataBytes()).isGreaterThan(300 * 90L);
        });
    }

    @Test
    void minutesAddUpToTheFlow() throws IOException {
        List<Flow> several = flows("OfficeDay").stream()
                .filter(flow -> flow.activity().minutes() != null)
                .toList();

        assertThat(several)
                .isNotEmpty()
                .allSatisfy(flow -> assertThat(
                                Objects.requireNonNull(flow.activity().minutes()).stream()
                                        .mapToLong(Activity.Minute::packets)
                                        .sum())
                        .isEqualTo(flow.traffic().total().packets()));
    }

    private static IcmpPayloads payloads(Flow flow) {
        assertThat(flow.key().transport()).isEqualTo(Transport.ICMP);
        return Objects.requireNonNull(
                Objects.requireNonNull(flow.facts().icmp()).payloads());
    }

    private static List<Flow> flows(String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CaptureWriter writer = CaptureWriter.open(out, CaptureFormat.PCAP_NANO)) {
            Fixtures.named(name).write(writer, Settings.DEFAULT);
        }
        return Tape.play(out.toByteArray(), FlowSettings.DEFAULT).flows();
    }
}
