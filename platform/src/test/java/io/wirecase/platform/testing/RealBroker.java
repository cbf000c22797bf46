package io.wirecase.platform.testing;

import io.wirecase.core.wire.Topic;
import io.wirecase.core.wire.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.DynamicVoters;

/**
 * A real Kafka broker, in memory's neighbourhood: one node in this process, its log in a temporary folder. It can be
 * stopped and started again with its data, which is how outages are tested.
 */
public final class RealBroker implements AutoCloseable {

    private static final int NODE = 1;
    private static final String ONE = "1";

    private final Path data;
    private final int port;
    private final int controllerPort;
    private KafkaRaftServer server;

    private RealBroker(Path data, int port, int controllerPort) {
        this.data = data;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    /** Starts a broker without topics. Takes a few seconds. */
    public static RealBroker start() {
        try {
            RealBroker broker = new RealBroker(Files.createTempDirectory("wirecase-broker"), freePort(), freePort());
            broker.format();
            broker.resume();
            return broker;
        } catch (IOException noDisk) {
            throw new IllegalStateException(noDisk);
        }
    }

    /** Starts a broker with every topic of the catalog. */
    public static RealBroker startWithTopics() {
        RealBroker broker = start();
        broker.createTopics(Topics.all(), Topic.DEFAULT_PARTITIONS);
        return broker;
    }

    /** Where clients reach it. */
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** Creates topics as a deployment would. */
    public void createTopics(List<Topic> topics, int partitions) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap()))) {
            admin.createTopics(topics.stream()
                            .map(topic -> new NewTopic(topic.name(), partitions, (short) 1).configs(topic.config()))
                            .toList())
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Starts it again on its data and its port. */
    public void resume() {
        server = new KafkaRaftServer(new KafkaConfig(settings(), false), Time.SYSTEM);
        server.startup();
    }

    /** Stops it and keeps its data. */
    public void pause() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Stops it and deletes its data. */
    @Override
    public void close() {
        pause();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException stillInUse) {
            throw new IllegalStateException(stillInUse);
        }
    }

    private void format() {
        String endpoint = NODE + "@127.0.0.1:" + controllerPort + ":" + Uuid.randomUuid();
        try {
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .setControllerListenerName("CONTROL")
                    .setDirectories(List.of(data.toString()))
                    .setMetadataLogDirectory(data.toString())
                    .setInitialControllers(DynamicVoters.parse(endpoint))
                    .setHasDynamicQuorum(true)
                    .setFeatureLevel("kraft.version", (short) 1)
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (Exception failed) {
            throw new IllegalStateException("could not format the broker's folder", failed);
        }
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", Integer.toString(NODE));
        settings.setProperty("log.dirs", data.toString());
        settings.setProperty("listeners", "CLIENTS://127.0.0.1:" + port + ",CONTROL://127.0.0.1:" + controllerPort);
        settings.setProperty("advertised.listeners", "CLIENTS://127.0.0.1:" + port);
        settings.setProperty("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROL:PLAINTEXT");
        settings.setProperty("inter.broker.listener.name", "CLIENTS");
        settings.setProperty("controller.listener.names", "CONTROL");
        settings.setProperty("controller.quorum.bootstrap.servers", "127.0.0.1:" + controllerPort);
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.setProperty(topic + ".replication.factor", ONE);
            settings.setProperty(topic + ".num.partitions", ONE);
        }
        settings.setProperty("transaction.state.log.min.isr", ONE);
        settings.setProperty("share.coordinator.state.topic.min.isr", ONE);
        settings.setProperty("min.insync.replicas", ONE);
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("log.cleaner.dedupe.buffer.size", "2097152");
        return settings;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
