package io.wirecase.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.fact.ArpMessages;
import io.wirecase.core.fact.LinkFacts;
import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.capture.CaptureWriter;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generated scans and claims through the decoder: the facts that detection tells them by. */
class ProbesTest {

    @ParameterizedTest
    @CsvSource({"B2-null,0,101", "B2-fin,1,101", "B2-xmas,41,101", "B2-ack,16,105", "B2-maimon,17,101"})
    void everyProbeIsAFlowOfItsOwnWithItsFlagsAndItsAnswer(String name, int flags, int resets) throws IOException {
        List<Flow> flows = flows(name);

        assertThat(flows).hasSize(120).allSatisfy(flow -> {
            assertThat(flow.facts().tcp().firstFlags()).isEqualTo(flags);
            assertThat(flow.facts().tcp().originatorFlags()).isEqualTo(flags);
            assertThat(flow.facts().tcp().syn()).isNull();
        });
        assertThat(flows.stream().filter(flow -> (flow.facts().tcp().responderFlags() & TcpFacts.RST) != 0))
                .hasSize(resets);
    }

    @Test
    void acceptedProbesTellHalfOpenFromCompletedHandshakes() throws IOException {
        for (String name : List.of("B2-syn", "B2-connect")) {
            List<TcpFacts> accepted = flows(name).stream()
                    .map(flow -> flow.facts().tcp())
                    .filter(tcp -> tcp.synAck() != null)
                    .toList();

            assertThat(accepted)
                    .hasSize(4)
                    .allSatisfy(tcp -> assertThat(tcp.handshakeNanos() != null).isEqualTo(name.equals("B2-connect")));
        }
    }

    @Test
    void claimsToOneAddressAreFlowsOfTheirStationsWithWhatNobodyAskedFor() throws IOException {
        List<LinkFacts> conflict = flows("B3-arp-conflict").stream()
                .map(flow -> flow.facts().link())
                .toList();
        long pushed = conflict.stream()
                .flatMap(link -> Stream.of(link.originatorArp(), link.responderArp()))
                .filter(Objects::nonNull)
                .mapToLong(ArpMessages::unsolicited)
                .sum();

        // 840 were sent; those within two seconds of a question pass for answers.
        assertThat(pushed).isEqualTo(812);
        assertThat(flows("B3-arp-announce"))
                .allSatisfy(
                        flow -> assertThat(flow.facts().link().originatorArp().unsolicited())
                                .isZero());
    }

    private static List<Flow> flows(String fixture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CaptureWriter writer = CaptureWriter.open(out, CaptureFormat.PCAP)) {
            Fixtures.named(fixture).write(writer, Settings.DEFAULT);
        }
        return Tape.play(out.toByteArray(), FlowSettings.DEFAULT).flows();
    }
}
