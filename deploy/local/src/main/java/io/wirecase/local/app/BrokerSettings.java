package io.wirecase.local.app;

import java.nio.file.Path;
import java.util.Properties;

/**
 * A Kafka node that is broker and controller at once, on loopback, with nothing replicated: there is only one of it.
 */
final class BrokerSettings {

    static final int NODE = 1;
    static final String CONTROLLER_LISTENER = "CONTROL";

    /** The internal topics have 50 partitions by default; on one node that costs start-up time and buys nothing. */
    private static final String INTERNAL_PARTITIONS = "4";

    private static final String ONE = "1";

    private BrokerSettings() {}

    static Properties of(Path data, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", Integer.toString(NODE));
        settings.setProperty("log.dirs", data.toString());
        settings.setProperty("listeners", "CLIENTS://127.0.0.1:" + port + ",CONTROL://127.0.0.1:" + controllerPort);
        settings.setProperty("advertised.listeners", "CLIENTS://127.0.0.1:" + port);
        settings.setProperty("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROL:PLAINTEXT");
        settings.setProperty("inter.broker.listener.name", "CLIENTS");
        settings.setProperty("controller.listener.names", CONTROLLER_LISTENER);
        settings.setProperty("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            settings.setProperty(topic + ".replication.factor", ONE);
            settings.setProperty(topic + ".num.partitions", INTERNAL_PARTITIONS);
        }
        settings.setProperty("transaction.state.log.min.isr", ONE);
        settings.setProperty("share.coordinator.state.topic.min.isr", ONE);
        settings.setProperty("min.insync.replicas", ONE);
        settings.setProperty("default.replication.factor", ONE);
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        settings.setProperty("auto.create.topics.enable", "false");
        // A service killed with a transaction open must not hold its readers for the default 10 s between looks.
        settings.setProperty("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        settings.setProperty("log.cleaner.dedupe.buffer.size", "16777216");
        settings.setProperty("log.segment.bytes", "134217728");
        // Enough for a segment of that size; the default would set aside 20 MiB for each of some hundred partitions.
        settings.setProperty("log.index.size.max.bytes", "1048576");
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "4");
        return settings;
    }
}
