package io.wirecase.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.local.app.BrokerMain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Start caches: recorded by a first run, accepted by the virtual machine, dropped when they do not fit. */
class StartCachesIT {

    @TempDir
    static Path folder;

    private static Home home;
    private static LocalStack stack;
    private static final List<String> NOTES = new ArrayList<>();

    @BeforeAll
    static void runOnce() throws IOException, InterruptedException, PartFailedException {
        home = new Home(Path.of(System.getProperty("wirecase.checkout", "../..")), folder.resolve("data"));
        stack = new LocalStack(home, BrokerMain.class.getName(), NOTES::add);
        stack.start(false);
        stack.leave();
    }

    /**
     * With {@code on} instead of {@code auto} a cache that does not fit ends the process instead of being dropped in
     * silence.
     */
    @ParameterizedTest
    @EnumSource(value = Part.class, names = "DATABASE", mode = EnumSource.Mode.EXCLUDE)
    void theVirtualMachineAcceptsEveryCache(Part part) throws IOException, InterruptedException {
        Program program =
                part == Part.BROKER ? Program.broker(home, BrokerMain.class.getName()) : Program.service(home, part);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:AOTMode=on");
        command.add("-XX:AOTCache=" + home.caches().resolve(part.word() + ".aot"));
        command.addAll(program.flags());
        // The class path as the program has it, without running the program.
        command.addAll(List.of("-cp", program.target().get(1), "-version"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).doesNotContain("[error]");
    }

    @Test
    void aSpoiltCacheIsDroppedAndThePartStartsAllTheSame()
            throws IOException, InterruptedException, PartFailedException {
        Path cache = home.caches().resolve("broker.aot");
        Files.writeString(cache, "spoilt");
        NOTES.clear();
        stack = new LocalStack(home, BrokerMain.class.getName(), NOTES::add);
        try {
            stack.start(false);
            assertThat(stack.ready(Part.BROKER)).isTrue();
        } finally {
            stack.leave();
        }
        assertThat(NOTES).anyMatch(note -> note.contains("start cache of broker was refused"));
    }
}
