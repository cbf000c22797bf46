package io.wirecase.detection.app;

import io.wirecase.core.flow.Application.Found;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.FlowBlock;
import io.wirecase.core.wire.Partitioning;
import io.wirecase.core.wire.Topic;
import io.wirecase.core.wire.Topics;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.detection.engine.Detection;
import io.wirecase.detection.engine.FlowEngine;
import io.wirecase.detection.in.FlowProcessor;
import io.wirecase.detection.in.Tally;
import io.wirecase.detection.scan.ContactReader;
import io.wirecase.detection.scan.ScanSettings;
import io.wirecase.detection.store.Expiry;
import io.wirecase.detection.testing.FlowFixtures;
import io.wirecase.detection.testing.Messages;
import io.wirecase.platform.kafka.ClientDefaults;
import io.wirecase.platform.kafka.KafkaHeaders;
import io.wirecase.platform.testing.RealBroker;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.KafkaStreams;

/**
 * How fast each stage is, on synthetic flows: encoding and decoding of blocks, the pure engine, and the whole topology
 * with exactly-once against a real broker in the same process (so broker and topology share the cores, and the figure
 * of the topology is a floor). Run it with the test class path:
 *
 * <pre>java -cp "$(test class path)" io.wirecase.detection.app.Throughput [flows, default 1000000]</pre>
 */
public final class Throughput {

    private static final int BLOCKS = 250;
    private static final int ORIGINATORS = 400;

    private Throughput() {}

    /** Prints flows per second of each stage. */
    public static void main(String... arguments) throws Exception {
        int flows = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        List<FlowBlock> blocks = blocks();
        List<byte[]> encoded = encode(blocks);
        int rounds = Math.max(1, flows / (BLOCKS * FlowBlock.MAX_FLOWS));
        System.out.printf(
                "bytes a flow %d, alerts a flow %.2f%n",
                encoded.stream().mapToLong(b -> b.length).sum() / (BLOCKS * (long) FlowBlock.MAX_FLOWS), share(blocks));
        for (int round = 0; round < 2; round++) {
            time("encode", blocks, rounds, block -> Codec.encodeBlock(block).length);
            time("decode", encoded, rounds, Throughput::decoded);
            time("engine", blocks, rounds, Throughput::inspected);
            time("alerts as JSON", blocks, rounds, Throughput::worded);
        }
        topology(encoded, rounds);
    }

    private interface Stage<T> {
        long run(T value);
    }

    private static <T> void time(String name, List<T> values, int rounds, Stage<T> stage) {
        long begin = System.nanoTime();
        long worked = cpu();
        long sum = 0;
        for (int round = 0; round < rounds; round++) {
            for (T value : values) {
                sum += stage.run(value);
            }
        }
        rate(name, rounds, System.nanoTime() - begin, cpu() - worked, sum);
    }

    private static void rate(String name, int rounds, long nanos, long cpu, long sum) {
        double flows = (double) rounds * BLOCKS * FlowBlock.MAX_FLOWS;
        System.out.printf(
                "%-16s %,12.0f flows/s  %6.1f us a flow, %6.1f us of CPU (check %d)%n",
                name, flows * 1e9 / nanos, nanos / flows / 1e3, cpu / flows / 1e3, sum);
    }

    /** CPU time of the whole process: on a shared machine the wall clock tells of the others. */
    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long decoded(byte[] bytes) {
        try {
            return Codec.decodeBlock(bytes).block().flows().size();
        } catch (Unreadable bug) {
            throw new IllegalStateException(bug);
        }
    }

    private static final FlowEngine ENGINE =
            Detection.of(ScanSettings.DEFAULT, Networks.PRIVATE).flows();

    private static long inspected(FlowBlock block) {
        long found = 0;
        for (Flow flow : block.flows()) {
            found += ENGINE.inspect(flow).isPresent() ? 1 : 0;
            found += ContactReader.read(flow).isPresent() ? 1 : 0;
        }
        return found;
    }

    private static long worded(FlowBlock block) {
        long bytes = 0;
        for (Flow flow : block.flows()) {
            bytes += ENGINE.inspect(flow)
                    .map(alert -> Codec.encode(alert).length)
                    .orElse(0);
        }
        return bytes;
    }

    private static double share(List<FlowBlock> blocks) {
        long alerts = blocks.stream()
                .flatMap(block -> block.flows().stream())
                .filter(flow -> ENGINE.inspect(flow).isPresent())
                .count();
        return alerts / (double) (BLOCKS * FlowBlock.MAX_FLOWS);
    }

    private static void topology(List<byte[]> encoded, int rounds) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory(Path.of("target"), "throughput");
        Tally tally = new Tally();
        try (RealBroker broker = RealBroker.startWithTopics()) {
            long flows = (long) rounds * BLOCKS * FlowBlock.MAX_FLOWS;
            publish(broker, encoded, rounds);
            KafkaStreams streams = new KafkaStreams(
                    DetectionTopology.of(
                            Detection.of(ScanSettings.DEFAULT, Networks.PRIVATE),
                            new FlowProcessor.Settings(
                                    Topic.DEFAULT_PARTITIONS, Topic.DEFAULT_PARTITIONS, Expiry.DEFAULT),
                            tally),
                    StreamSettings.of(Configs.of(broker.bootstrap(), data, Map.of())));
            try (streams) {
                streams.start();
                await(tally, flows / 2);
                long begin = System.nanoTime();
                long worked = cpu();
                long from = tally.flows.sum();
                await(tally, flows);
                double rest = tally.flows.sum() - from;
                System.out.printf(
                        "topology, second half %,.0f flows/s, %.1f us of CPU a flow, broker and changelog included%n",
                        rest * 1e9 / (System.nanoTime() - begin), (cpu() - worked) / rest / 1e3);
            }
        }
    }

    private static void await(Tally tally, long flows) throws InterruptedException {
        long last = tally.flows.sum();
        while (tally.flows.sum() < flows) {
            Thread.sleep(Duration.ofSeconds(1));
            System.out.printf(
                    "  %,d flows in the last second, %d put aside%n",
                    tally.flows.sum() - last, tally.deadFlows.sum() + tally.unreadable.sum());
            last = tally.flows.sum();
        }
    }

    private static void publish(RealBroker broker, List<byte[]> encoded, int rounds) {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(ClientDefaults.producer(broker.bootstrap(), "bench"))) {
            long begin = System.nanoTime();
            long worked = cpu();
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < encoded.size(); i++) {
                    producer.send(
                            new ProducerRecord<>(
                                    Topics.FLOWS.name(),
                                    i % Topic.DEFAULT_PARTITIONS,
                                    "key",
                                    encoded.get(i),
                                    KafkaHeaders.of(EventType.FLOW_BLOCK, round + "." + i, "capture")),
                            (sent, failed) -> {
                                if (failed != null) {
                                    System.out.println("not published: " + failed);
                                }
                            });
                }
            }
            producer.flush();
            rate("publish", rounds, System.nanoTime() - begin, cpu() - worked, 0);
        }
    }

    private static List<byte[]> encode(List<FlowBlock> blocks) {
        return blocks.stream().map(Codec::encodeBlock).toList();
    }

    /** Blocks by partition, as capture makes them: each originator's flows go to one partition. */
    private static List<FlowBlock> blocks() {
        SplittableRandom chance = new SplittableRandom(3);
        List<FlowBlock> blocks = new ArrayList<>();
        for (int i = 0; i < BLOCKS; i++) {
            int partition = i % Topic.DEFAULT_PARTITIONS;
            List<Flow> flows = new ArrayList<>();
            while (flows.size() < FlowBlock.MAX_FLOWS) {
                Flow flow = flow(chance, i * FlowBlock.MAX_FLOWS + flows.size());
                String key =
                        Partitioning.flowKey(flow.origin().site(), flow.key().transport(), flow.originator());
                if (Partitioning.partition(key, Topic.DEFAULT_PARTITIONS) == partition) {
                    flows.add(flow);
                }
            }
            Flow any = flows.getFirst();
            blocks.add(new FlowBlock(any.origin().captureId(), 1, any.origin().site(), partition, flows));
        }
        return blocks;
    }

    /** Six in ten TLS, two DNS, one HTTP, the rest in vain: what a network of offices looks like. */
    private static Flow flow(SplittableRandom chance, int number) {
        int host = chance.nextInt(ORIGINATORS);
        String server = "151.101." + chance.nextInt(256) + "." + chance.nextInt(256);
        FlowFixtures flow = FlowFixtures.flow()
                .number(number + 1L)
                .at(number * 7L)
                .client("10.1." + host / 200 + "." + (host % 200 + 1), 1_024 + chance.nextInt(60_000))
                .server(server, 443);
        String name = "host" + chance.nextInt(5_000) + ".example";
        int kind = chance.nextInt(100);
        if (kind < 60) {
            return flow.tls(Messages.hello(0x0303, name, "h2", "http/1.1"))
                    .resolved(name)
                    .build();
        }
        if (kind < 80) {
            return flow.dns(Messages.answer(name, 0, Messages.address(60)))
                    .client("10.1." + host / 200 + "." + (host % 200 + 1), 30_000)
                    .sent(1, 40)
                    .answered(1, 56)
                    .build();
        }
        if (kind < 92) {
            return flow.http(Messages.browsed("/index/" + number))
                    .resolved(name)
                    .build();
        }
        return kind < 96
                ? flow.refused().build()
                : flow.silent().application(Found.BY_PORT, "TLS").build();
    }
}
