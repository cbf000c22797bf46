package io.wirecase.local.bench;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.FlowBlock;
import io.wirecase.core.wire.Partitioning;
import io.wirecase.core.wire.Topics;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.local.database.Postgres;
import io.wirecase.platform.testing.RealBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The shape of the pipeline under a million synthetic flows: encoding, Kafka, a Streams topology with exactly-once and
 * two state updates a flow, COPY into PostgreSQL. Prints flows a second of each stage. Not part of the tests; run it
 * with {@code mvn -pl deploy/local test -Dtest=PipelineProbe -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class PipelineProbe {

    private static final int FLOWS = Integer.getInteger("probe.flows", 1_000_000);
    private static final int PARTITIONS = 4;
    private static final boolean IN_MEMORY = Boolean.getBoolean("probe.memory");
    private static final boolean CACHED = Boolean.getBoolean("probe.cache");
    private static final int THREADS = Integer.getInteger("probe.threads", 2);

    @TempDir
    Path folder;

    private final Map<String, String> figures = new LinkedHashMap<>();

    @Test
    void everyStage() throws Exception {
        try (RealBroker broker = RealBroker.startWithTopics()) {
            String bootstrap = broker.bootstrap();
            encode();
            produce(bootstrap);
            stream(bootstrap);
            if (!Boolean.getBoolean("probe.brief")) {
                copy(bootstrap);
            }
        }
        figures.forEach((stage, figure) -> System.out.println("probe: " + stage + ": " + figure));
    }

    private void encode() throws Unreadable {
        List<byte[]> blocks = new ArrayList<>();
        List<Flow> flows = flows(100_000);
        for (int round = 0; round < 3; round++) {
            blocks.clear();
            long from = System.nanoTime();
            for (int i = 0; i < flows.size(); i += FlowBlock.MAX_FLOWS) {
                blocks.add(Codec.encodeBlock(block(0, flows.subList(i, i + FlowBlock.MAX_FLOWS))));
            }
            rate("encode blocks (Smile), one thread", flows.size(), from);
        }
        long bytes = blocks.stream().mapToLong(b -> b.length).sum();
        figures.put("bytes a flow, before compression", Long.toString(bytes / flows.size()));
        for (int round = 0; round < 3; round++) {
            long from = System.nanoTime();
            for (byte[] block : blocks) {
                Codec.decodeBlock(block);
            }
            rate("decode blocks (Smile), one thread", flows.size(), from);
        }
        for (int round = 0; round < 3; round++) {
            long from = System.nanoTime();
            for (Flow flow : flows) {
                Codec.encode(flow);
            }
            rate("encode one flow a record (JSON), for comparison", flows.size(), from);
        }
    }

    private void produce(String bootstrap) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("transactional.id", "probe");
        settings.put("compression.type", "zstd");
        settings.put("linger.ms", "20");
        settings.put("batch.size", "524288");
        settings.put("max.request.size", "2097152");
        settings.put("buffer.memory", "67108864");
        SyntheticFlows source = new SyntheticFlows();
        long from = System.nanoTime();
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            long began = System.nanoTime();
            List<List<Flow>> waiting = new ArrayList<>();
            for (int p = 0; p < PARTITIONS; p++) {
                waiting.add(new ArrayList<>());
            }
            for (int i = 0; i < FLOWS; i++) {
                Flow flow = source.next();
                int p = Partitioning.partition(Partitioning.key("bench", flow.originator()), PARTITIONS);
                waiting.get(p).add(flow);
                if (waiting.get(p).size() == FlowBlock.MAX_FLOWS) {
                    send(producer, p, waiting.get(p));
                    if (System.nanoTime() - began > 500_000_000L) {
                        producer.commitTransaction();
                        producer.beginTransaction();
                        began = System.nanoTime();
                    }
                }
            }
            for (int p = 0; p < PARTITIONS; p++) {
                send(producer, p, waiting.get(p));
            }
            producer.commitTransaction();
        }
        rate("make, encode and produce, transactions of 500 ms, zstd", FLOWS, from);
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, int partition, List<Flow> flows) {
        byte[] bytes = Codec.encodeBlock(block(partition, flows));
        producer.send(new ProducerRecord<>(Topics.FLOWS.name(), partition, null, bytes));
        flows.clear();
    }

    private void stream(String bootstrap) throws InterruptedException {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "probe");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve("state").toString());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, THREADS);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
        settings.put("consumer.auto.offset.reset", "earliest");
        AtomicLong seen = new AtomicLong();
        AtomicLong first = new AtomicLong();
        CountDownLatch done = new CountDownLatch(1);
        Topology topology = new Topology();
        topology.addSource(
                "flows", Serdes.ByteArray().deserializer(), Serdes.ByteArray().deserializer(), Topics.FLOWS.name());
        topology.addProcessor("count", () -> new TwoStates(FLOWS, seen, first, done), "flows");
        for (String store : List.of("hosts", "pairs")) {
            StoreBuilder<KeyValueStore<byte[], byte[]>> builder = Stores.keyValueStoreBuilder(
                    IN_MEMORY ? Stores.inMemoryKeyValueStore(store) : Stores.persistentKeyValueStore(store),
                    Serdes.ByteArray(),
                    Serdes.ByteArray());
            topology.addStateStore(CACHED ? builder.withCachingEnabled() : builder, "count");
        }
        topology.addSink(
                "alerts",
                Topics.ALERTS.name(),
                Serdes.ByteArray().serializer(),
                Serdes.ByteArray().serializer(),
                "count");
        try (KafkaStreams streams = new KafkaStreams(topology, settings)) {
            streams.start();
            if (!done.await(15, TimeUnit.MINUTES)) {
                throw new IllegalStateException("stopped at " + seen.get());
            }
            rate("streams, exactly once, two state updates a flow", FLOWS, first.get());
        }
    }

    private void copy(String bootstrap) throws Exception {
        Path passwordFile = folder.resolve("password");
        Files.writeString(passwordFile, "probe");
        Postgres postgres = new Postgres(folder.resolve("binaries"), folder.resolve("data"), passwordFile);
        postgres.prepare(folder.resolve("initdb.log"));
        int port = freePort();
        Process server = new ProcessBuilder(postgres.command(port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("postgres.log").toFile())
                .start();
        try {
            while (!postgres.ready(server.pid()) && server.isAlive()) {
                Thread.onSpinWait();
            }
            String url = "jdbc:postgresql://127.0.0.1:" + port + "/wirecase";
            try (Connection connection = DriverManager.getConnection(url, "wirecase", "probe")) {
                copy(bootstrap, connection);
            }
        } finally {
            server.destroy();
            server.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private void copy(String bootstrap, Connection connection) throws Exception {
        connection.createStatement().execute("""
                create table flow_fact (capture_id uuid, flow_id uuid, originator text, responder text, port int,
                  start_nanos bigint, end_nanos bigint, packets_out bigint, packets_in bigint, bytes_out bigint,
                  bytes_in bigint, application text, facts bytea);
                create index on flow_fact (capture_id)""");
        connection.setAutoCommit(false);
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        settings.put("max.poll.records", "100");
        long from = System.nanoTime();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = new ArrayList<>();
            for (int p = 0; p < PARTITIONS; p++) {
                all.add(new TopicPartition(Topics.FLOWS.name(), p));
            }
            consumer.assign(all);
            consumer.seekToBeginning(all);
            long rows = 0;
            while (rows < FLOWS) {
                CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy flow_fact from stdin");
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    for (Flow flow : Codec.decodeBlock(record.value()).block().flows()) {
                        byte[] row = row(flow);
                        copy.writeToCopy(row, 0, row.length);
                        rows++;
                    }
                }
                copy.endCopy();
                connection.commit();
            }
        }
        rate("consume and COPY, one connection", FLOWS, from);
    }

    private static byte[] row(Flow flow) {
        StringBuilder line = new StringBuilder(400);
        line.append(flow.origin().captureId()).append('\t').append(flow.id()).append('\t');
        line.append(flow.originator()).append('\t').append(flow.responder()).append('\t');
        line.append(flow.key().responder().port()).append('\t');
        line.append(flow.span().startNanos())
                .append('\t')
                .append(flow.span().endNanos())
                .append('\t');
        line.append(flow.traffic().originator().packets()).append('\t');
        line.append(flow.traffic().responder().packets()).append('\t');
        line.append(flow.traffic().originator().ipBytes()).append('\t');
        line.append(flow.traffic().responder().ipBytes()).append('\t');
        line.append(flow.application().name()).append("\t\\\\x");
        line.append(java.util.HexFormat.of().formatHex(Codec.encodeFlow(flow))).append('\n');
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<Flow> flows(int n) {
        SyntheticFlows source = new SyntheticFlows();
        List<Flow> flows = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            flows.add(source.next());
        }
        return flows;
    }

    private static FlowBlock block(int partition, List<Flow> flows) {
        return new FlowBlock(SyntheticFlows.CAPTURE, 1, "bench", partition, flows);
    }

    private void rate(String stage, long flows, long fromNanos) {
        figures.put(stage, Math.round(flows * 1e9 / (System.nanoTime() - fromNanos)) + " flows/s");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
