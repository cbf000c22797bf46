package io.wirecase.capture.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LiveInterfaceTest {

    private static final int NULL = 0;
    private static final int ETHERNET = 1;
    private static final int LINUX_SLL = 113;
    private static final int LINUX_SLL2 = 276;

    @Test
    void whatCrossesTheLoopbackInterfaceBecomesAFlow() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                LiveInterface live = Loopback.open("lo", "udp port " + socket.getLocalPort())) {
            send(socket, "seen by the sensor");
            RawPacket packet = next(live);
            assertThat(Instant.ofEpochSecond(0, packet.timeNanos()))
                    .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
            assertThat(packet.resolutionNanos()).isEqualTo(1);
            assertThat(packet.linkType()).isIn(NULL, ETHERNET);
            List<Flow> flows = new ArrayList<>();
            FlowAssembler assembler = new FlowAssembler(
                    new CaptureIdentity(new UUID(1, 2), 1, "here", "test"), FlowSettings.DEFAULT, flows::add);
            assembler.accept(packet);
            assembler.finish();
            assertThat(flows)
                    .singleElement()
                    .satisfies(flow -> assertThat(flow.key().responder().port()).isEqualTo(socket.getLocalPort()));
            assertThat(live.drops()).isEqualTo(Drops.NONE);
            assertThat(live.poll(packet))
                    .as("a packet to ourselves comes once, although it goes out and in")
                    .isFalse();
        }
    }

    @Test
    void theInterfaceAnyGivesCookedPacketsThatAreDecoded() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                LiveInterface live = Loopback.open("any", "udp port " + socket.getLocalPort())) {
            send(socket, "seen everywhere");
            RawPacket packet = next(live);
            assertThat(packet.linkType()).isIn(LINUX_SLL, LINUX_SLL2);
            List<Flow> flows = new ArrayList<>();
            FlowAssembler assembler = new FlowAssembler(
                    new CaptureIdentity(new UUID(1, 2), 1, "here", "test"), FlowSettings.DEFAULT, flows::add);
            assembler.accept(packet);
            assembler.finish();
            assertThat(flows).hasSize(1);
        }
    }

    @Test
    void aSnapLengthCutsThePacketAndKeepsItsLengthOnTheWire() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            var settings = new LiveSettings(
                    "lo",
                    "here",
                    "test",
                    "udp port " + socket.getLocalPort(),
                    LiveSettings.MIN_SNAP_LENGTH,
                    LiveSettings.MIN_BUFFER,
                    false,
                    true);
            try (LiveInterface live = Loopback.open(settings)) {
                send(socket, "x".repeat(1000));
                RawPacket packet = next(live);
                assertThat(packet.captured()).isEqualTo(LiveSettings.MIN_SNAP_LENGTH);
                assertThat(packet.original()).isGreaterThan(1000);
            }
        }
    }

    @Test
    void anInterfaceThatDoesNotExistIsRefusedWithItsNameAndWhereToLook() {
        Loopback.open("lo", "").close();
        assertThat(LiveInterface.open(LiveSettings.usual("nosuch0", "here", "")))
                .isInstanceOfSatisfying(LiveInterface.Refused.class, refused -> {
                    assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.NO_INTERFACE);
                    assertThat(refused.refusal().reason()).contains("nosuch0", "wirecase interfaces");
                });
    }

    @Test
    void aFilterThatIsNoneIsRefusedWithLibpcapsOwnReason() {
        Loopback.open("lo", "").close();
        assertThat(LiveInterface.open(LiveSettings.usual("lo", "here", "tcp prot 80")))
                .isInstanceOfSatisfying(LiveInterface.Refused.class, refused -> {
                    assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.BAD_FILTER);
                    assertThat(refused.refusal().reason()).contains("tcp prot 80", "syntax error");
                });
    }

    @Test
    void settingsThatCannotWorkAreRefusedWithAReason() {
        assertThatThrownBy(() -> LiveSettings.usual(" ", "here", "")).hasMessageContaining("no interface");
        assertThatThrownBy(() -> LiveSettings.usual("lo", "a/b", "")).hasMessageContaining("site");
        assertThatThrownBy(() -> new LiveSettings("lo", "here", "s", "", 10, 1 << 20, true, false))
                .hasMessageContaining("snap length");
        assertThat(LiveSettings.sensorName("vlan@eth0:1")).isEqualTo("vlan-eth0-1");
        assertThat(LiveSettings.sensorName("..")).isEqualTo("sensor");
    }

    @Test
    void theLoopbackInterfaceIsListedWithItsAddress() {
        Loopback.open("lo", "").close();
        assertThat(Interfaces.all())
                .isInstanceOfSatisfying(
                        Interfaces.Found.class,
                        found -> assertThat(found.interfaces())
                                .filteredOn(Interfaces.NetworkInterface::loopback)
                                .isNotEmpty()
                                .allSatisfy(lo -> assertThat(lo.up()).isTrue()));
    }

    @Test
    void countersOfThirtyTwoBitsThatWrapAroundGoOn() {
        DropCounter counter = new DropCounter();
        assertThat(counter.now(5)).isEqualTo(5);
        assertThat(counter.now((1L << 32) - 1)).isEqualTo((1L << 32) - 1);
        assertThat(counter.now(3)).isEqualTo((1L << 32) + 3);
        // pcap4j hands them over signed or not, by version.
        assertThat(counter.now(-1)).isEqualTo((1L << 33) - 1);
    }

    private static void send(DatagramSocket socket, String words) throws IOException {
        byte[] bytes = words.getBytes(US_ASCII);
        socket.send(new DatagramPacket(bytes, bytes.length, socket.getLocalSocketAddress()));
    }

    private static RawPacket next(LiveInterface live) {
        RawPacket packet = new RawPacket();
        while (!live.poll(packet)) {
            Thread.onSpinWait();
        }
        return packet;
    }
}
