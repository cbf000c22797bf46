package io.wirecase.capture.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirecase.capture.flow.FlowSettings;
import io.wirecase.capture.run.Tallies;
import io.wirecase.capture.source.RawPacket;
import io.wirecase.capture.source.SourceSummary;
import io.wirecase.capture.store.ArchiveLimits;
import io.wirecase.capture.store.FilePacketArchive;
import io.wirecase.capture.testkit.Talk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveDefectTest {

    private static final LiveSettings SETTINGS = LiveSettings.usual("lo", "here", "");

    @TempDir
    Path folder;

    @Test
    void aDefectEndsTheCaptureAsFailedAndWhatWasGoodIsKept() throws IOException {
        var outlet = new CollectingOutlet();
        var progress = new LiveProgress();
        var limits = new ArchiveLimits(1L << 30, Duration.ofDays(100_000), 0);
        var archive = new FilePacketArchive(folder, limits, InstantSource.system());
        var around = new LiveSurroundings(
                FlowSettings.DEFAULT, outlet, outlet, archive, new Tallies(), InstantSource.system());
        LiveRun run = new LiveRun(SETTINGS, around, progress);

        assertThatThrownBy(() -> run.run(new Defective(3), "decoder")).isInstanceOf(IllegalStateException.class);

        assertThat(outlet.completed).isEmpty();
        assertThat(outlet.failed)
                .containsExactly("a defect of the sensor: java.lang.IllegalStateException: not thought of");
        assertThat(archive.find(progress.captures().getFirst()).orElseThrow().packets())
                .isEqualTo(3);
    }

    /** Gives some packets and then shows a defect. */
    private static final class Defective implements Feed {

        private final byte[] frame = Talk.usual().udp(true, new byte[9]);
        private int left;

        Defective(int packets) {
            left = packets;
        }

        @Override
        public boolean poll(RawPacket into) {
            if (left-- == 0) {
                throw new IllegalStateException("not thought of");
            }
            into.data(frame, 0, frame.length, frame.length);
            into.time(1_700_000_000_000_000_000L - left, 1).origin(1, 0, 10 - left);
            return true;
        }

        @Override
        public SourceSummary summary() {
            return new SourceSummary("live", 0, 0, 0, 1, 0L, null);
        }

        @Override
        public Drops drops() {
            return Drops.NONE;
        }

        @Override
        public Optional<String> broken() {
            return Optional.empty();
        }
    }
}
