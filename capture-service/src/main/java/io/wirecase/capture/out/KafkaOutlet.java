package io.wirecase.capture.out;

import io.wirecase.capture.run.CapturePublication;
import io.wirecase.capture.run.DeletionOutlet;
import io.wirecase.capture.run.FlowOutlet;
import io.wirecase.capture.run.OutletException;
import io.wirecase.capture.run.PublishedStates;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.FlowBlock;
import io.wirecase.core.wire.Topics;
import io.wirecase.platform.kafka.ClientDefaults;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Kafka as the place where flows go. Each capture has a transactional producer of its own whose transactional.id is the
 * capture's id: taking a capture fences whoever published it before, this service before a crash included.
 */
public final class KafkaOutlet implements FlowOutlet, DeletionOutlet, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(KafkaOutlet.class);
    private static final int QUICK_RETRY_MS = 10;
    private static final int BLOCK_MS = 10_000;
    private static final int DELIVERY_MS = 20_000;
    /** Above the longest time a send may take, else the broker would abort what is still being sent. */
    private static final int TRANSACTION_MS = 30_000;

    private final String bootstrap;
    private final PublishedStates published;
    private final Consumer<CaptureState> committed;
    private final Duration commitAfter;
    private final String instance;
    private @Nullable KafkaProducer<String, byte[]> announcer;

    /**
     * An outlet; connects when it is used.
     *
     * @param bootstrap host:port of one or more brokers, by commas
     * @param published what readers know
     * @param committed takes every state that became visible to readers
     * @param commitAfter the age at which a transaction is committed; the commit itself takes some time more
     * @param instance this instance's name
     */
    public KafkaOutlet(
            String bootstrap,
            PublishedStates published,
            Consumer<CaptureState> committed,
            Duration commitAfter,
            String instance) {
        this.instance = instance;
        this.bootstrap = bootstrap;
        this.published = published;
        this.committed = committed;
        this.commitAfter = commitAfter;
    }

    @Override
    public CapturePublication take(UUID capture) throws InterruptedException {
        return taken(capture);
    }

    @Override
    public void delete(CaptureState deleted) throws InterruptedException {
        try (KafkaPublication publication = taken(deleted.id())) {
            publication.delete(deleted);
        }
    }

    private KafkaPublication taken(UUID capture) throws InterruptedException {
        Map<String, Object> settings = settings("capture-" + capture);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, capture.toString());
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MS);
        KafkaProducer<String, byte[]> producer = null;
        boolean taken = false;
        try {
            producer = new KafkaProducer<>(settings);
            producer.initTransactions();
            StateRecords states = new StateRecords(partitions(producer, Topics.CAPTURES.name()), instance);
            int partitions = partitions(producer, Topics.FLOWS.name());
            Optional<CaptureState> before = published.current(capture);
            taken = true;
            return new KafkaPublication(producer, before, states, partitions, committed, commitAfter);
        } catch (KafkaException away) {
            throw new OutletException.Unavailable(away);
        } finally {
            if (!taken && producer != null) {
                producer.close(Duration.ZERO);
            }
        }
    }

    @Override
    public void announce(CaptureState accepted) throws InterruptedException {
        try {
            KafkaProducer<String, byte[]> producer = announcer();
            StateRecords states = new StateRecords(partitions(producer, Topics.CAPTURES.name()), instance);
            producer.send(states.of(accepted)).get();
            committed.accept(states.told(accepted));
        } catch (KafkaException | ExecutionException away) {
            close();
            throw new OutletException.Unavailable(away);
        }
    }

    @Override
    public synchronized void close() {
        if (announcer != null) {
            announcer.close(Duration.ZERO);
            announcer = null;
        }
    }

    private synchronized KafkaProducer<String, byte[]> announcer() {
        if (announcer == null) {
            announcer = new KafkaProducer<>(settings("capture-announcements"));
        }
        return announcer;
    }

    /**
     * Ends what captures had open when their service ended, so that readers of other captures need not wait for its
     * time-out.
     *
     * @param captures the captures that are this service's to publish
     * @throws InterruptedException when the caller should stop
     */
    public void endOpenTransactions(Collection<UUID> captures) throws InterruptedException {
        try (Admin admin = Admin.create(ClientDefaults.admin(bootstrap, "capture-fence"))) {
            var ongoing = new ListTransactionsOptions().filterStates(List.of(TransactionState.ONGOING));
            List<String> ours = admin.listTransactions(ongoing).all().get().stream()
                    .map(TransactionListing::transactionalId)
                    .filter(id -> captures.stream()
                            .anyMatch(capture -> capture.toString().equals(id)))
                    .toList();
            if (!ours.isEmpty()) {
                LOG.infof("ending transactions that were left open: %s", ours);
                admin.fenceProducers(ours).all().get();
            }
        } catch (ExecutionException | KafkaException away) {
            // Only slower without it: the broker ends them itself in time.
            LOG.warnf("open transactions cannot be looked for: %s", away.getMessage());
        }
    }

    private Map<String, Object> settings(String clientId) {
        Map<String, Object> settings = ClientDefaults.producer(bootstrap, clientId);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, BLOCK_MS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MS);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, FlowBlock.MAX_BYTES);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // Each capture's producer asks for its coordinator once, and the first question comes before the connection.
        settings.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, QUICK_RETRY_MS);
        return settings;
    }

    private static int partitions(KafkaProducer<String, byte[]> producer, String topic) {
        return producer.partitionsFor(topic).size();
    }
}
