package io.wirecase.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.scenarios.fixture.Settings;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The command that says what reading captures costs, as people type it. */
@ExtendWith(RunningStack.class)
class BenchIT {

    @TempDir
    Path folder;

    @Test
    void benchSaysWhatReadingACaptureCosts(RunningStack.Stack stack) throws IOException, InterruptedException {
        Path capture = Case.write(folder, "A3", Settings.DEFAULT);

        Launcher.Ended ended =
                Launcher.run(stack, folder, "bench", "capture", "--start-cache", "--file", capture.toString());

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said())
                .contains("flags: ")
                .containsPattern("packets \\(\\d+ not decoded\\), \\d+ flows")
                .containsPattern("process: [0-9.]+ s of processor time");
    }

    @Test
    void benchSaysWhatDetectionCosts(RunningStack.Stack stack) throws IOException, InterruptedException {
        Launcher.Ended ended = Launcher.run(stack, folder, "bench", "detection", "--flows", "400");

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said())
                .containsPattern("offices: 400 flows, .*flows/s per core")
                .contains("offices, first stage alone: ")
                .containsPattern("flood: 4,000 flows")
                .containsPattern("conversations: 4,000 flows, .*flows/s per core")
                .contains("killed: not measured below 60000 flows");
    }

    @Test
    void benchOfAFileThatIsNotThereFails(RunningStack.Stack stack) throws IOException, InterruptedException {
        Launcher.Ended ended = Launcher.run(stack, folder, "bench", "capture", "--file", "none.pcap");

        assertThat(ended.code()).as(ended.said()).isNotZero();
        assertThat(ended.said()).contains("none.pcap");
    }
}
