package io.wirecase.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ports on loopback. */
class PortsTest {

    @Test
    void everyPartGetsAPortOfItsOwn() throws IOException {
        assertThat(Ports.choose(Map.of(), Map.of()))
                .containsOnlyKeys(Part.values())
                .values()
                .doesNotHaveDuplicates();
    }

    @Test
    void aTakenPortIsReplacedByAFreeOneAbove() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = stranger.getLocalPort();
            assertThat(Ports.choose(Map.of(), Map.of(Part.BROKER, taken)).get(Part.BROKER))
                    .isGreaterThan(taken);
        }
    }

    @Test
    void aPartThatRunsKeepsItsPortAlthoughItIsTaken() throws IOException {
        try (ServerSocket ours = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = ours.getLocalPort();
            assertThat(Ports.choose(Map.of(Part.REPORT, port), Map.of())).containsEntry(Part.REPORT, port);
        }
    }
}
