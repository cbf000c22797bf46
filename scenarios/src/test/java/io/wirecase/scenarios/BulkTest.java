package io.wirecase.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirecase.scenarios.bulk.Bulk;
import io.wirecase.scenarios.capture.CaptureFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class BulkTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final int ETHERNET = 14;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameBytesAndAnotherGivesOthers(Bulk bulk) throws IOException {
        byte[] first = written(bulk, 1, 0.01);

        assertThat(written(bulk, 1, 0.01)).isEqualTo(first);
        assertThat(written(bulk, 2, 0.01)).isNotEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource
    void framesAreInTheOrderOfTime(Bulk bulk) throws IOException {
        List<Captured> frames = Captured.read(written(bulk, 1, 0.01));

        assertThat(frames).isSortedAccordingTo((a, b) -> Long.compare(a.time(), b.time()));
    }

    @Test
    void tenTimesAsLongIsTenTimesAsMuch() throws IOException {
        double small = Captured.read(written(Bulk.FLOWS, 1, 0.01)).size();
        double large = Captured.read(written(Bulk.FLOWS, 1, 0.1)).size();

        assertThat(large / small).isBetween(9.0, 11.0);
    }

    @Test
    void aCampusHasEveryKindOfTransportAndSomeTunnels() throws IOException {
        Map<Integer, Integer> protocols = new HashMap<>();
        for (Captured one : Captured.read(written(Bulk.CAMPUS, 1, 0.05))) {
            byte[] frame = one.frame();
            int type = (frame[12] & 0xff) << 8 | frame[13] & 0xff;
            protocols.merge(type == 0x0800 ? frame[ETHERNET + 9] : type, 1, Integer::sum);
        }

        // ICMP, TCP, UDP and GRE over IPv4; ARP, IPv6 and a VLAN tag.
        assertThat(protocols).containsKeys(1, 6, 17, 47, 0x0806, 0x86dd, 0x8100);
    }

    @Test
    void aScaleThatIsNoneIsRefused() {
        assertThatThrownBy(() -> written(Bulk.FLOWS, 1, 0)).hasMessageContaining("a scale is above 0");
    }

    private byte[] written(Bulk bulk, long seed, double scale) throws IOException {
        Path file = folder.resolve(bulk.title() + ".pcap");
        bulk.write(file, CaptureFormat.PCAP, seed, START, scale);
        return Files.readAllBytes(file);
    }
}
