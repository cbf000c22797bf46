package io.wirecase.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScanFloodTest {

    private static final long SYNS = 1_000_000;
    private static final long OPEN = 16_384;

    /** All flows together would take many times the heap it is given. */
    @Test
    void aMillionSpoofedSynsFitASmallHeapAndTheAccountsAddUp() throws IOException, InterruptedException {
        Process flood = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScanFlood.class.getName(),
                        Long.toString(SYNS),
                        Long.toString(OPEN)))
                .redirectErrorStream(true)
                .start();
        String said = new String(flood.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(flood.waitFor()).as(said).isZero();
        long[] told = Arrays.stream(said.strip().split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
        // Packets read, decoded and told in flows; each SYN a flow; all pushed out but those open at the end.
        assertThat(told).startsWith(SYNS, SYNS, SYNS, SYNS);
        assertThat(told[4]).isBetween(SYNS - 2 * OPEN, SYNS);
    }
}
