package io.wirecase.platform.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Tells whether the broker answers and the topics a service needs exist. Services never create topics; they wait. Opens
 * its client on first use, so that building one needs no broker. Thread-safe.
 */
public final class TopicWatch implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Map<String, Object> settings;
    private final List<String> topics;
    private final Duration patience;
    private volatile Optional<Admin> client = Optional.empty();

    /**
     * A watch that has not asked yet.
     *
     * @param bootstrap host:port of one or more brokers, by commas
     * @param clientId its name in logs and metrics
     * @param topics names of the topics
     * @param patience how long one question may take
     */
    public TopicWatch(String bootstrap, String clientId, Collection<String> topics, Duration patience) {
        this.settings = ClientDefaults.admin(bootstrap, clientId);
        int millis = Math.toIntExact(patience.toMillis());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
        this.topics = List.copyOf(topics);
        this.patience = patience;
    }

    /**
     * What the broker says now.
     *
     * @param partitions partitions by topic, topics that exist only
     * @param missing why a service cannot work, as a phrase for people, or empty when it can
     */
    public record Answer(Map<String, Integer> partitions, Optional<String> missing) {

        /** Whether all topics exist. */
        public boolean ready() {
            return missing.isEmpty();
        }
    }

    /** Asks once; never throws for a broker that is away. */
    public Answer ask() throws InterruptedException {
        Map<String, Integer> found = new TreeMap<>();
        Set<String> absent = new TreeSet<>();
        var options = new DescribeTopicsOptions().timeoutMs(Math.toIntExact(patience.toMillis()));
        Map<String, KafkaFuture<TopicDescription>> answers =
                admin().describeTopics(topics, options).topicNameValues();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> answer : answers.entrySet()) {
            try {
                found.put(answer.getKey(), answer.getValue().get().partitions().size());
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof UnknownTopicOrPartitionException)) {
                    return new Answer(found, Optional.of("Kafka does not answer: " + failed.getCause()));
                }
                absent.add(answer.getKey());
            }
        }
        return new Answer(
                found, absent.isEmpty() ? Optional.empty() : Optional.of("topics do not exist yet: " + absent));
    }

    /** Waits until all topics exist, however long that takes, and tells their partitions. */
    public Map<String, Integer> await() throws InterruptedException {
        Answer answer = ask();
        while (!answer.ready()) {
            Thread.sleep(PAUSE);
            answer = ask();
        }
        return answer.partitions();
    }

    @Override
    public synchronized void close() {
        client.ifPresent(admin -> admin.close(Duration.ofSeconds(1)));
        client = Optional.empty();
    }

    private Admin admin() {
        return client.orElseGet(this::open);
    }

    private synchronized Admin open() {
        Admin admin = client.orElseGet(() -> Admin.create(settings));
        client = Optional.of(admin);
        return admin;
    }
}
