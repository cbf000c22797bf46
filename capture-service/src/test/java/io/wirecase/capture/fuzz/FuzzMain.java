package io.wirecase.capture.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the targets under Jazzer, one after the other, each in a process of its own. Arguments: the folder to work in,
 * seconds a target, and the targets by commas, or "all". What it finds lies below the folder in {@code
 * TARGET/crash-*}, what it learned in {@code TARGET/corpus}, which the next run begins with. Ends with the number of
 * targets that found something.
 */
public final class FuzzMain {

    private static final int LONGEST_INPUT = 16_384;
    private static final int SECONDS_TO_HANG = 25;
    private static final int MOST_FINDINGS = 20;

    private FuzzMain() {}

    /** See the class. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        int seconds = Integer.parseInt(arguments[1]);
        List<String> chosen = arguments[2].equals("all")
                ? FuzzTargets.all().stream().map(FuzzTarget::name).toList()
                : List.of(arguments[2].split(","));
        int found = 0;
        for (String name : chosen) {
            Path own = Files.createDirectories(folder.resolve(name));
            found += run(FuzzTargets.named(name), own, seconds) == 0 ? 0 : 1;
        }
        System.exit(found);
    }

    private static int run(FuzzTarget target, Path folder, int seconds) throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        int number = 0;
        for (byte[] seed : target.seeds()) {
            Files.write(seeds.resolve("seed-" + number++), seed);
        }
        ProcessBuilder jazzer = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-D" + FuzzDriver.TARGET + "=" + target.name(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzDriver.class.getName(),
                "--instrumentation_includes=io.wirecase.**",
                "--custom_hook_includes=io.wirecase.**",
                "--reproducer_path=" + folder,
                "--keep_going=" + MOST_FINDINGS,
                "-artifact_prefix=" + folder + "/",
                "-max_total_time=" + seconds,
                "-max_len=" + LONGEST_INPUT,
                "-timeout=" + SECONDS_TO_HANG,
                "-rss_limit_mb=0",
                "-print_final_stats=1",
                corpus.toString(),
                seeds.toString());
        return jazzer.inheritIO().start().waitFor();
    }
}
