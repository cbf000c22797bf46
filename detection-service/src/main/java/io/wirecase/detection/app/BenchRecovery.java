package io.wirecase.detection.app;

import io.wirecase.core.wire.Topic;
import io.wirecase.core.wire.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;

/**
 * How long it takes after a kill until flows are processed again: an instance in a process of its own is killed amid
 * flows, with what it had not committed open at the broker, and another of its name begins with its files or without.
 */
final class BenchRecovery {

    private static final double NANOS = 1e9;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(100);

    /** Flows in this part of those before come besides, so that the one that is killed has work, and the next too. */
    private static final int MORE = 4;
    /** Fewer are read at one go. */
    private static final int LEAST = 15_000;

    private final Benchmark.Wish wish;
    private final Say say;

    /** Where the figures go. */
    interface Say {
        void line(String form, Object... values);
    }

    /** @param wish what was run and closed in order; its files are there */
    BenchRecovery(Benchmark.Wish wish, Say say) {
        this.wish = wish;
        this.say = say;
    }

    /** Kills the one that goes on, and the one after it. */
    void all() throws IOException, InterruptedException {
        int more = wish.flows() / MORE;
        if (more < LEAST) {
            say.line(
                    "  killed: not measured below %d flows, which are read before a kill reaches the reader",
                    LEAST * MORE);
            return;
        }
        new BenchPublisher(wish.bootstrap()).publish(wish.traffic(), wish.flows(), wish.flows() + more);
        Path files = wish.data().resolve("first");
        long killed;
        try (Instance first = new Instance(files)) {
            first.await(more / MORE, false);
            killed = first.kill();
        }
        try (Instance second = new Instance(files)) {
            tell("with its files", second, killed);
            second.await(more / MORE, true);
            killed = second.kill();
        }
        try (Instance third = new Instance(wish.data().resolve("none"))) {
            tell("in an empty folder", third, killed);
        }
    }

    private void tell(String how, Instance instance, long killed) throws IOException, InterruptedException {
        Map<TopicPartition, Long> ends = ends(IsolationLevel.READ_UNCOMMITTED);
        double first = (instance.await(1, false) - killed) / NANOS;
        double all = (instance.await(1, true) - killed) / NANOS;
        while (!passed(ends)) {
            if (System.nanoTime() - killed > PATIENCE.toNanos()) {
                throw new IllegalStateException("readers see nothing new");
            }
            Thread.sleep(LOOK);
        }
        double readers = (System.nanoTime() - killed) / NANOS;
        say.line(
                "  killed, again %s: %.1f s to the first flows, %.1f s to all partitions, %.1f s to readers",
                how, first, all, readers);
    }

    /** Whether readers may read on behind what the killed one left open. */
    private boolean passed(Map<TopicPartition, Long> ends) throws InterruptedException {
        Map<TopicPartition, Long> now = ends(IsolationLevel.READ_COMMITTED);
        return !now.equals(ends)
                && ends.entrySet().stream()
                        .allMatch(end -> Objects.requireNonNull(now.get(end.getKey())) >= end.getValue());
    }

    private Map<TopicPartition, Long> ends(IsolationLevel seen) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (int partition = 0; partition < Topic.DEFAULT_PARTITIONS; partition++) {
            asked.put(new TopicPartition(Topics.DIGESTS.name(), partition), OffsetSpec.latest());
        }
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, wish.bootstrap()))) {
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(asked, new ListOffsetsOptions(seen))
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** A process that can be killed. */
    private final class Instance implements AutoCloseable {
        private final Process process;
        private final BufferedReader lines;

        Instance(Path folder) throws IOException {
            process = new ProcessBuilder(command(folder))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .execute(process::destroyForcibly);
            lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        /** Until it has processed so many flows, and has all its state if that is asked; returns when that was. */
        long await(long flows, boolean running) throws IOException {
            while (true) {
                String line = lines.readLine();
                if (line == null) {
                    throw new IOException("The instance ended, or was ended since it was not done within "
                            + PATIENCE.toMinutes() + " min");
                }
                String[] words = line.split(" ", -1);
                boolean far = line.startsWith(BenchInstance.FLOWS) && Long.parseLong(words[1]) >= flows;
                if (far && (!running || words[2].equals(KafkaStreams.State.RUNNING.name()))) {
                    return System.nanoTime();
                }
            }
        }

        long kill() {
            long now = System.nanoTime();
            close();
            return now;
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }

    private List<String> command(Path folder) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-cp");
        command.add(Objects.requireNonNull(System.getProperty("java.class.path")));
        command.add(Benchmark.class.getName());
        command.addAll(List.of(wish.bootstrap(), folder.toString(), Benchmark.Extra.SERVE.option()));
        command.addAll(List.of("--max-entries", Long.toString(wish.maxEntries())));
        return command;
    }
}
