package io.wirecase.report.in;

import io.wirecase.core.wire.Topics;
import io.wirecase.report.store.FlowBatch;
import io.wirecase.report.store.FlowStore;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Reads the flows topic into the store. The database holds the offsets; the consumer group only shares out partitions.
 * Whenever something fails or moves, every partition is paused and reading goes on from what the database says.
 */
public final class FlowReader implements Runnable, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(FlowReader.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Map<String, Object> settings;
    private final FlowStore store;
    private final FlowRecords records;
    private final DeadLetters deadLetters;
    /** The stored next offset of each assigned partition; empty when it has to be read again. */
    private final Map<Integer, Long> positions = new HashMap<>();

    private volatile boolean stopped;
    private volatile Optional<String> problem = Optional.of("flows are not being read yet");

    /**
     * A reader that has not begun.
     *
     * @param settings of a read_committed consumer with a group
     */
    public FlowReader(Map<String, Object> settings, FlowStore store, DeadLetters deadLetters) {
        this.settings = Map.copyOf(settings);
        this.store = store;
        this.records = new FlowRecords(deadLetters);
        this.deadLetters = deadLetters;
    }

    /** Why nothing is being stored, or empty while all is well. */
    public Optional<String> problem() {
        return problem;
    }

    /** Reads until closed; a broker or a database that is away is waited for. */
    @Override
    public void run() {
        while (!stopped) {
            try (Consumer<String, byte[]> consumer = new KafkaConsumer<>(settings)) {
                consumer.subscribe(List.of(Topics.FLOWS.name()), new Rebalance(consumer));
                while (!stopped) {
                    step(consumer);
                }
            } catch (WakeupException | org.apache.kafka.common.errors.InterruptException stopping) {
                LOG.debug("stopped reading flows", stopping);
            } catch (KafkaException failed) {
                trouble("Kafka: " + failed.getMessage());
                rest();
            }
        }
    }

    @Override
    public void close() {
        stopped = true;
    }

    private void step(Consumer<String, byte[]> consumer) {
        boolean behind = positions.isEmpty();
        ConsumerRecords<String, byte[]> polled = consumer.poll(behind ? PAUSE : POLL);
        if (positions.isEmpty()) {
            goOn(consumer);
            return;
        }
        if (polled.isEmpty()) {
            return;
        }
        try {
            if (store.store(batch(polled)) == FlowStore.Outcome.STORED) {
                moved(polled);
                consumer.commitAsync();
            } else {
                startOver(consumer);
            }
        } catch (SQLException failed) {
            if (Faults.ofData(failed)) {
                singly(consumer, polled);
            } else {
                trouble("database: " + failed.getMessage());
                startOver(consumer);
            }
        } catch (KafkaException failed) {
            trouble("Kafka: " + failed.getMessage());
            startOver(consumer);
        }
    }

    /** Asks the database where to go on; until it answers, the partitions stay paused and the group is kept. */
    private void goOn(Consumer<String, byte[]> consumer) {
        Collection<TopicPartition> assigned = consumer.assignment();
        if (assigned.isEmpty()) {
            return;
        }
        try {
            Map<Integer, Long> stored = store.offsets(
                    assigned.stream().map(TopicPartition::partition).toList());
            Map<TopicPartition, Long> first = consumer.beginningOffsets(assigned);
            for (TopicPartition partition : assigned) {
                long from = stored.getOrDefault(partition.partition(), 0L);
                consumer.seek(partition, Math.max(from, first.getOrDefault(partition, 0L)));
            }
            positions.putAll(stored);
            consumer.resume(assigned);
            problem = Optional.empty();
        } catch (SQLException away) {
            trouble("database: " + away.getMessage());
        }
    }

    private FlowBatch batch(Iterable<ConsumerRecord<String, byte[]>> polled) {
        FlowBatch batch = new FlowBatch();
        for (ConsumerRecord<String, byte[]> record : polled) {
            records.add(record, batch);
            batch.moved(record.partition(), positions.getOrDefault(record.partition(), 0L), record.offset() + 1);
        }
        return batch;
    }

    private void moved(Iterable<ConsumerRecord<String, byte[]>> stored) {
        for (ConsumerRecord<String, byte[]> record : stored) {
            positions.put(record.partition(), record.offset() + 1);
        }
    }

    /** One record at a time, so that the one the database will not take goes to the dead letters alone. */
    private void singly(Consumer<String, byte[]> consumer, Iterable<ConsumerRecord<String, byte[]>> polled) {
        for (ConsumerRecord<String, byte[]> record : polled) {
            try {
                if (store.store(batch(List.of(record))) != FlowStore.Outcome.STORED) {
                    break;
                }
            } catch (SQLException refused) {
                if (!Faults.ofData(refused) || !skip(record, refused)) {
                    break;
                }
            }
            moved(List.of(record));
        }
        startOver(consumer);
    }

    private boolean skip(ConsumerRecord<String, byte[]> record, SQLException refused) {
        deadLetters.send(record, "the database does not take it: " + refused.getMessage());
        FlowBatch nothing = new FlowBatch();
        nothing.moved(record.partition(), positions.getOrDefault(record.partition(), 0L), record.offset() + 1);
        try {
            return store.store(nothing) == FlowStore.Outcome.STORED;
        } catch (SQLException away) {
            trouble("database: " + away.getMessage());
            return false;
        }
    }

    private void startOver(Consumer<String, byte[]> consumer) {
        positions.clear();
        consumer.pause(consumer.assignment());
    }

    private void trouble(String what) {
        if (problem.isEmpty()) {
            LOG.warnf("flows wait: %s", what);
        }
        problem = Optional.of(what);
    }

    private void rest() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            stopped = true;
        }
    }

    /** A changed assignment begins with what the database says. */
    private final class Rebalance implements ConsumerRebalanceListener {

        private final Consumer<String, byte[]> consumer;

        Rebalance(Consumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            startOver(consumer);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            positions.clear();
        }
    }
}
