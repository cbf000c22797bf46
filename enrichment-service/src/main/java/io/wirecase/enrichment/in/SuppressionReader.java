package io.wirecase.enrichment.in;

import io.micrometer.core.instrument.MeterRegistry;
import io.wirecase.core.suppression.Suppression;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.Topics;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.enrichment.suppression.Suppressions;
import io.wirecase.platform.kafka.KafkaHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the suppressions topic as a table: all of it from the beginning at each start, by every instance, without a
 * group. Alerts wait until it has been read once.
 */
public final class SuppressionReader implements Runnable {

    private static final Logger LOG = Logger.getLogger(SuppressionReader.class);
    private static final String TOPIC = Topics.SUPPRESSIONS.name();
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Map<String, Object> settings;
    private final Suppressions rules;
    private final MeterRegistry meters;
    private final CountDownLatch readOnce = new CountDownLatch(1);
    private volatile boolean stopped;
    private volatile @Nullable KafkaConsumer<String, byte[]> polling;

    /** A reader into these rules. @param settings of a consumer that commits nothing and starts at the beginning */
    public SuppressionReader(Map<String, Object> settings, Suppressions rules, MeterRegistry meters) {
        this.settings = settings;
        this.rules = rules;
        this.meters = meters;
        meters.gauge("wirecase.enrichment.suppressions", rules, Suppressions::size);
        meters.gauge("wirecase.enrichment.suppressions.forgotten", rules, Suppressions::forgotten);
    }

    /** Waits until every rule there was at the start is known. */
    void awaitReadOnce() throws InterruptedException {
        readOnce.await();
    }

    /** Reads until closed; a broker that is away is asked again for ever. */
    @Override
    public void run() {
        while (!stopped) {
            try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings)) {
                polling = consumer;
                follow(consumer);
            } catch (WakeupException closing) {
                LOG.debug("the reader of suppression rules ends");
            } catch (KafkaException away) {
                LOG.warnf("suppression rules are not read, trying again: %s", away.getMessage());
                rest();
            }
        }
    }

    /** Ends it, also when it never got to read. */
    public void close() {
        stopped = true;
        KafkaConsumer<String, byte[]> consumer = polling;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    private void follow(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(info -> new TopicPartition(TOPIC, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            rest();
            return;
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (!stopped) {
            consumer.poll(POLL).forEach(this::take);
            if (readOnce.getCount() > 0
                    && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                LOG.infof("%d suppression rules", rules.size());
                readOnce.countDown();
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        byte[] value = record.value();
        try {
            if (value == null) {
                rules.remove(UUID.fromString(String.valueOf(record.key())));
            } else if (KafkaHeaders.type(record.headers()).equals(Optional.of(EventType.SUPPRESSION))) {
                Suppression rule = Codec.decode(value, Suppression.class);
                if (rule.id() == null || rule.match() == null) {
                    throw new IllegalArgumentException("it lacks its id or its match");
                }
                rules.put(rule);
            }
        } catch (Unreadable | IllegalArgumentException bad) {
            // It stays on a compacted topic and would be a dead letter at every start; the rule before it holds on.
            meters.counter("wirecase.enrichment.suppressions.unreadable").increment();
            LOG.errorf(
                    "suppression rule at partition %d, offset %d cannot be used: %s",
                    record.partition(), record.offset(), bad.getMessage());
        }
    }

    private void rest() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }
}
