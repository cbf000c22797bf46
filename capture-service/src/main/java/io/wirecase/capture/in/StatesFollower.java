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
import java.util.HashMap;
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
import org.apache.kafka.common.errors.WakeupException;
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
    private volatile @Nullable KafkaConsumer<String, byte[]> following;
    private volatile boolean ended;

    /**
     * A follower that {@link #run} starts, when the topic exists.
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
        List<TopicPartition> partitions = partitions();
        int own = Partitioning.partition(capture.toString(), partitions.size());
        catchUp(partitions.subList(own, own + 1));
        return Optional.ofNullable(latest.get(capture));
    }

    @Override
    public List<CaptureState> all() throws InterruptedException {
        catchUp(partitions());
        return List.copyOf(latest.values());
    }

    private List<TopicPartition> partitions() throws InterruptedException {
        try {
            return admin().describeTopics(List.of(TOPIC)).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
        } catch (ExecutionException away) {
            throw new OutletException.Unavailable(away);
        }
    }

    /**
     * Waits until everything up to now is read. Up to now means the end that uncommitted records have too: states
     * behind another capture's open transaction are still hidden from us, and one of them may be the last word we look
     * for.
     */
    private void catchUp(List<TopicPartition> partitions) throws InterruptedException {
        try {
            Map<TopicPartition, OffsetSpec> question = new HashMap<>();
            partitions.forEach(partition -> question.put(partition, OffsetSpec.latest()));
            for (var end : admin().listOffsets(question).all().get().entrySet()) {
                awaitPosition(end.getKey(), end.getValue().offset());
            }
        } catch (ExecutionException away) {
            throw new OutletException.Unavailable(away);
        }
    }

    /** Ends {@link #run}. */
    @Override
    public synchronized void close() {
        ended = true;
        KafkaConsumer<String, byte[]> polling = following;
        if (polling != null) {
            polling.wakeup();
        }
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

    /** Follows until it is closed. */
    @Override
    public void run() {
        while (!ended) {
            try (KafkaConsumer<String, byte[]> consumer =
                    new KafkaConsumer<>(ClientDefaults.consumer(bootstrap, "capture-states"))) {
                following = consumer;
                follow(consumer);
            } catch (WakeupException closed) {
                LOG.debug("closed", closed);
            } catch (KafkaException away) {
                LOG.warnf("the states of captures cannot be read now: %s", away.getMessage());
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = partitions(consumer);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (!ended) {
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
