package io.wirecase.platform.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Settings all plain clients share: text keys and byte values, producers that lose and double nothing, consumers that
 * see committed records only and never create a topic by asking for it. Each call hands out a map of the caller's own.
 */
public final class ClientDefaults {

    private static final int FASTEST = 1;
    private static final int MAX_RECONNECT_BACKOFF_MS = 2_000;

    private ClientDefaults() {}

    /**
     * Settings of a producer.
     *
     * @param bootstrap host:port of one or more brokers, by commas
     * @param clientId its name in logs and metrics
     */
    public static Map<String, Object> producer(String bootstrap, String clientId) {
        Map<String, Object> settings = common(bootstrap, clientId);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // Kafka's client brings zstd along; its lz4 would be one more jar for every service and the broker.
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        settings.put(ProducerConfig.COMPRESSION_ZSTD_LEVEL_CONFIG, FASTEST);
        return settings;
    }

    /**
     * Settings of a consumer that commits nothing by itself and starts at the beginning.
     *
     * @param bootstrap host:port of one or more brokers, by commas
     * @param clientId its name in logs and metrics
     */
    public static Map<String, Object> consumer(String bootstrap, String clientId) {
        Map<String, Object> settings = common(bootstrap, clientId);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }

    /** Settings of an administration client. */
    public static Map<String, Object> admin(String bootstrap, String clientId) {
        return common(bootstrap, clientId);
    }

    private static Map<String, Object> common(String bootstrap, String clientId) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        // A broker that comes back should be found within seconds, not within the default's tens of seconds.
        settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, MAX_RECONNECT_BACKOFF_MS);
        return settings;
    }
}
