package io.wirecase.capture.in;

import io.wirecase.capture.run.OutletException;
import io.wirecase.capture.run.PublishedStates;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.Partitioning;
import io.wirecase.core.wire.Topics;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.platform.kafka.ClientDefaults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows the captures topic from its start for as long as the service lives, and keeps the latest state of each. Only
 * committed states count: what an interrupted transaction wrote never was.
 */
public final class StatesFollower implements PublishedStates, Runnable, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(StatesFollower.class);
    private static final String TOPIC = Topics.CAPTURES.name();
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String bootstrap;
    private final Consumer<CaptureState> news;
    private final ConcurrentHashMap<UUID, CaptureState> latest = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<TopicPartition, Long> positions = new ConcurrentHashMap<>();
    private final Object moved = new Object();
    private @Nullable Admin admin;

    /**
     * A follower that {@link #run} starts.
     *
     * @param bootstrap host:port of one or more brokers, by commas
     * @param news takes every state as it comes
     */
    public StatesFollower(String bootstrap, Consumer<CaptureState> news) {
        this.bootstrap = bootstrap;
        this.news = news;
    }

    @Override
    public Optional<CaptureState> current(UUID capture) throws InterruptedException {
        try {
            Admin admin = admin();
            int partitions = admin.describeTopics(List.of(TOPIC)).allTopicNames().get().values().stream()
                    .mapToInt(topic -> topic.partitions().size())
                    .sum();
            var partition = new TopicPartition(TOPIC, Partitioning.partition(capture.toString(), partitions));
            // The end that uncommitted records have too: states behind another capture's open transaction are still
            // hidden from us, and one of them may be this capture's last word.
            long end = admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
            awaitPosition(partition, end);
            return Optional.ofNullable(latest.get(capture));
        } catch (ExecutionException away) {
            throw new OutletException.Unavailable(away);
        }
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(PAUSE);
            admin = null;
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(ClientDefaults.admin(bootstrap, "capture-states-end"));
        }
        return admin;
    }

    /** Follows until its thread is interrupted. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try (KafkaConsumer<String, byte[]> consumer =
                    new KafkaConsumer<>(ClientDefaults.consumer(bootstrap, "capture-states"))) {
                follow(consumer);
            } catch (InterruptException | InterruptedException stop) {
                return;
            } catch (KafkaException away) {
                LOG.warnf("the states of captures cannot be read now: %s", away.getMessage());
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> consumer) throws InterruptedException {
        List<TopicPartition> partitions = partitions(consumer);
        while (partitions.isEmpty()) {
            Thread.sleep(PAUSE);
            partitions = partitions(consumer);
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (true) {
            consumer.poll(POLL).forEach(this::note);
            synchronized (moved) {
                for (TopicPartition partition : partitions) {
                    positions.put(partition, consumer.position(partition));
                }
                moved.notifyAll();
            }
        }
    }

    private void awaitPosition(TopicPartition partition, long end) throws InterruptedException {
        synchronized (moved) {
            while (positions.getOrDefault(partition, -1L) < end) {
                moved.wait();
            }
        }
    }

    private void note(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return;
        }
        try {
            CaptureState state = Codec.decode(message.value(), CaptureState.class);
            latest.merge(state.id(), state, (known, next) -> next.revision() < known.revision() ? known : next);
            news.accept(state);
        } catch (Unreadable bad) {
            LOG.warnf("a state of a capture at %s-%d cannot be read: %s", message.partition(), message.offset(), bad);
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        return consumer.partitionsFor(TOPIC).stream()
                .map(info -> new TopicPartition(TOPIC, info.partition()))
                .toList();
    }
}
