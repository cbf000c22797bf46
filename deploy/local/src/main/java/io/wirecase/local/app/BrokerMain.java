package io.wirecase.local.app;

import io.wirecase.local.stack.Home;
import io.wirecase.local.stack.Keeper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * The broker's process. Formats its storage on first use, starts, creates the topics that are missing, and then says it
 * is ready in {@code run/broker.ready}. Arguments: checkout, data folder, port.
 */
public final class BrokerMain {

    /** Held here, since a logger nobody holds is forgotten, and its level with it. */
    private static final List<Logger> CHATTY = Stream.of("org.apache.kafka", "kafka", "state")
            .map(Logger::getLogger)
            .toList();

    private BrokerMain() {}

    /**
     * Runs until it is asked to end.
     *
     * @param arguments checkout, data folder of the stack, port
     */
    public static void main(String[] arguments) {
        logQuietly();
        KafkaRaftServer server;
        try {
            server = started(new Home(Path.of(arguments[0]), Path.of(arguments[1])), Integer.parseInt(arguments[2]));
        } catch (Exception failed) {
            // Threads of a half-started broker would keep the process alive, and the launcher waiting.
            failed.printStackTrace();
            Runtime.getRuntime().halt(1);
            return;
        }
        server.awaitShutdown();
    }

    private static KafkaRaftServer started(Home home, int port) throws Exception {
        Path data = Path.of("").toAbsolutePath().resolve("log");
        Properties settings = BrokerSettings.of(data, port, freePort());
        if (!Files.exists(data.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
            format(data);
        }
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
        new Keeper(home, BrokerMain::say, () -> Runtime.getRuntime().halt(0)).watch();
        server.startup();
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-shutdown"));
        MissingTopics.create("127.0.0.1:" + port, BrokerMain::say);
        Path ready = home.folder().resolve("run/broker.ready");
        Files.writeString(ready, Long.toString(ProcessHandle.current().pid()), StandardCharsets.US_ASCII);
        say("ready on port " + port);
        return server;
    }

    private static void format(Path data) throws Exception {
        Files.createDirectories(data);
        new Formatter()
                .setNodeId(BrokerSettings.NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(data.toString()))
                .setMetadataLogDirectory(data.toString())
                .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                .setPrintStream(System.out)
                .run();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void logQuietly() {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.addHandler(new ConsoleHandler());
        CHATTY.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    private static void say(String message) {
        System.out.println(message);
    }
}
