package io.wirecase.capture.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.wirecase.capture.flow.CaptureIdentity;
import io.wirecase.capture.flow.FlowAssembler;
import io.wirecase.capture.flow.FlowSettings;
import io.wirecase.capture.source.RawPacket;
import io.wirecase.core.flow.Flow;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LiveInterfaceTest {

    @Test
    void whatCrossesTheLoopbackInterfaceBecomesAFlow() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            var settings = new LiveSettings("lo", "here", "test", "udp port " + socket.getLocalPort(), 65_535);
            try (LiveInterface live = openOrSkip(settings)) {
                byte[] words = "seen by the sensor".getBytes(US_ASCII);
                socket.send(new DatagramPacket(words, words.length, socket.getLocalSocketAddress()));
                List<Flow> flows = new ArrayList<>();
                FlowAssembler assembler = new FlowAssembler(
                        new CaptureIdentity(new UUID(1, 2), 1, "here", "test"), FlowSettings.DEFAULT, flows::add);
                RawPacket packet = new RawPacket();
                while (!live.poll(packet)) {
                    Thread.onSpinWait();
                }
                assertThat(Instant.ofEpochSecond(0, packet.timeNanos()))
                        .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
                assembler.accept(packet);
                assembler.finish();
                assertThat(flows)
                        .singleElement()
                        .satisfies(flow ->
                                assertThat(flow.key().responder().port()).isEqualTo(socket.getLocalPort()));
                assertThat(live.summary().dropped()).isZero();
            }
        }
    }

    @Test
    void anInterfaceThatDoesNotExistIsRefusedWithItsName() {
        openOrSkip(new LiveSettings("lo", "here", "test", "", 64)).close();
        LiveInterface.Result result = LiveInterface.open(new LiveSettings("nosuch0", "here", "test", "", 64));
        assertThat(result)
                .isInstanceOfSatisfying(
                        LiveInterface.Refused.class,
                        refused -> assertThat(refused.reason()).contains("nosuch0"));
    }

    @Test
    void aFilterThatIsNoneIsRefused() {
        openOrSkip(new LiveSettings("lo", "here", "test", "", 64)).close();
        LiveInterface.Result result = LiveInterface.open(new LiveSettings("lo", "here", "test", "not a filter", 64));
        assertThat(result).isInstanceOf(LiveInterface.Refused.class);
    }

    private static LiveInterface openOrSkip(LiveSettings settings) {
        return switch (LiveInterface.open(settings)) {
            case LiveInterface.Opened(LiveInterface live) -> live;
            case LiveInterface.Refused(String reason) -> {
                assumeTrue(false, "SKIPPED: no live capture here: " + reason);
                yield Objects.requireNonNull(null, reason);
            }
        };
    }
}
