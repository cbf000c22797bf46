package io.wirecase.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.fixture.Fixture;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FormatsTest {
    private static final Settings LATER = new Settings(1, Instant.parse("2036-03-02T08:00:00Z"));

    @Test
    void everyFormatHoldsTheSameFramesAtTheSameTimes() throws IOException {
        List<Captured> reference = Captured.fixture("B1-scan", Settings.DEFAULT);
        for (CaptureFormat format : CaptureFormat.values()) {
            List<Captured> read = Captured.read(Captured.bytes("B1-scan", format, Settings.DEFAULT));

            assertThat(read).as(format.name()).hasSameSizeAs(reference);
            for (int i = 0; i < read.size(); i++) {
                long micros = read.get(i).time() * format.nanosPerTick() / 1_000;
                assertThat(micros).isEqualTo(reference.get(i).time());
                assertThat(read.get(i).frame()).isEqualTo(reference.get(i).frame());
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameFile() throws IOException {
        for (Fixture fixture : Fixtures.all()) {
            byte[] once = Captured.bytes(fixture.name(), CaptureFormat.PCAP, Settings.DEFAULT);

            assertThat(Captured.bytes(fixture.name(), CaptureFormat.PCAP, Settings.DEFAULT))
                    .as(fixture.name())
                    .isEqualTo(once);
        }
    }

    @Test
    void anotherSeedGivesAnotherFile() throws IOException {
        Settings other = new Settings(2, Settings.DEFAULT.start());

        assertThat(Captured.bytes("A1", CaptureFormat.PCAP, other))
                .isNotEqualTo(Captured.bytes("A1", CaptureFormat.PCAP, Settings.DEFAULT));
    }

    @Test
    void tenYearsOnNothingButTimesAndDatesDiffers() throws IOException {
        List<Captured> now = Captured.fixture("A1", Settings.DEFAULT);
        List<Captured> later = Captured.fixture("A1", LATER);
        long shift = later.getFirst().time() - now.getFirst().time();

        assertThat(later).hasSameSizeAs(now);
        for (int i = 0; i < now.size(); i++) {
            assertThat(later.get(i).time() - now.get(i).time()).isEqualTo(shift);
            assertThat(undated(later.get(i))).isEqualTo(undated(now.get(i)));
        }
    }

    @Test
    void framesComeInTheOrderOfTheirTimes() throws IOException {
        assertThat(Captured.fixture("OfficeDay", Settings.DEFAULT).stream().map(Captured::time))
                .isSorted();
    }

    private static Object undated(Captured packet) {
        return packet.tcp() && packet.text().contains("date: ")
                ? packet.text().replaceFirst("date: [^\r]*", "")
                : ByteBuffer.wrap(packet.frame());
    }
}
