package io.wirecase.capture.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.source.CaptureFile;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine without libpcap, played by a process that is told to look for a library nobody has. */
class WithoutLibpcapTest {

    /** What the other process does; it prints what became of it. */
    static final class Program {

        private Program() {}

        public static void main(String[] arguments) throws IOException {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            out.println("file " + (CaptureFile.open(Path.of(arguments[0])) instanceof CaptureFile.Opened));
            for (int time = 0; time < 2; time++) {
                if (LiveInterface.open(LiveSettings.usual("lo", "here", ""))
                        instanceof LiveInterface.Refused(Refusal refusal)) {
                    out.println(refusal.kind() + " " + refusal.reason());
                }
            }
            if (Interfaces.all() instanceof Interfaces.Refused(Refusal refusal)) {
                out.println(refusal.kind());
            }
        }
    }

    @Test
    void filesAreReadAndListeningSaysWhatToInstall(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("b1.pcap");
        Fixtures.named("B1").write(file, CaptureFormat.PCAP, Settings.DEFAULT);
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.pcap4j.core.pcapLibName=no-such-libpcap",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        file.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(said.lines())
                .hasSize(4)
                .startsWith("file true")
                .anySatisfy(line -> assertThat(line)
                        .startsWith("NO_LIBRARY libpcap is not installed")
                        .contains("apt-get install libpcap0.8"))
                .endsWith("NO_LIBRARY");
    }
}
