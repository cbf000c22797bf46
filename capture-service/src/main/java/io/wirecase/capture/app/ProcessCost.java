package io.wirecase.capture.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What this process took since it started, as the system tells: processor time, by kind of thread, and memory. */
final class ProcessCost {

    private static final Path SELF = Path.of("/proc/self");
    /** Clock ticks of Linux's accounting are hundredths of a second on every platform Java runs on. */
    private static final double TICKS = 100;

    private ProcessCost() {}

    /** Of all threads, those of the virtual machine included. */
    static Duration processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** A line for people. */
    static String now() throws IOException {
        List<String> parts = new ArrayList<>();
        parts.add(String.format(
                Locale.ROOT, "process: %.2f s of processor time", processor().toMillis() / 1000.0));
        if (Files.isDirectory(SELF)) {
            byThread()
                    .forEach((kind, ticks) -> parts.add(String.format(Locale.ROOT, "%s %.2f s", kind, ticks / TICKS)));
            try (Stream<String> lines = Files.lines(SELF.resolve("status"))) {
                lines.filter(line -> line.startsWith("VmHWM"))
                        .map(line -> "most memory " + line.replaceAll("\\D+", "") + " kB")
                        .forEach(parts::add);
            }
        }
        return String.join(", ", parts);
    }

    private static Map<String, Long> byThread() throws IOException {
        Map<String, Long> ticks = new TreeMap<>();
        try (Stream<Path> threads = Files.list(SELF.resolve("task"))) {
            for (Path thread : (Iterable<Path>) threads::iterator) {
                String stat = Files.readString(thread.resolve("stat"));
                String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
                String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                ticks.merge(kind(name), Long.parseLong(fields[11]) + Long.parseLong(fields[12]), Long::sum);
            }
        }
        return ticks;
    }

    private static String kind(String thread) {
        if (thread.contains("Compiler") || thread.startsWith("C1 ") || thread.startsWith("C2 ")) {
            return "compiling";
        }
        boolean collecting = thread.startsWith("VM Thread") || thread.startsWith("GC ") || thread.startsWith("G1 ");
        return collecting ? "collecting" : "reading";
    }
}
