package io.wirecase.detection.app;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.FlowOrigin;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.FlowBlock;
import io.wirecase.core.wire.Partitioning;
import io.wirecase.core.wire.Topic;
import io.wirecase.core.wire.Topics;
import io.wirecase.platform.kafka.ClientDefaults;
import io.wirecase.platform.kafka.KafkaHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Puts flows on the flows topic in blocks, as capture does. */
final class BenchPublisher {

    private final String bootstrap;
    private final List<List<Flow>> waiting = new ArrayList<>();

    BenchPublisher(String bootstrap) {
        this.bootstrap = bootstrap;
        for (int i = 0; i < Topic.DEFAULT_PARTITIONS; i++) {
            waiting.add(new ArrayList<>());
        }
    }

    /**
     * Publishes flows by their numbers.
     *
     * @throws IllegalStateException when the broker does not take them
     */
    void publish(BenchTraffic traffic, int from, int to) {
        AtomicLong refused = new AtomicLong();
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(ClientDefaults.producer(bootstrap, "bench"))) {
            for (int number = from; number < to; number++) {
                Flow flow = traffic.flow(number);
                String key =
                        Partitioning.flowKey(flow.origin().site(), flow.key().transport(), flow.originator());
                int partition = Partitioning.partition(key, Topic.DEFAULT_PARTITIONS);
                waiting.get(partition).add(flow);
                if (waiting.get(partition).size() == FlowBlock.MAX_FLOWS) {
                    send(producer, partition, refused);
                }
            }
            for (int partition = 0; partition < Topic.DEFAULT_PARTITIONS; partition++) {
                send(producer, partition, refused);
            }
            producer.flush();
        }
        if (refused.get() > 0) {
            throw new IllegalStateException(refused + " blocks were not taken");
        }
    }

    private void send(KafkaProducer<String, byte[]> producer, int partition, AtomicLong refused) {
        List<Flow> some = waiting.get(partition);
        if (some.isEmpty()) {
            return;
        }
        FlowOrigin origin = some.getFirst().origin();
        FlowBlock block = new FlowBlock(origin.captureId(), 1, origin.site(), partition, List.copyOf(some));
        some.clear();
        producer.send(
                new ProducerRecord<>(
                        Topics.FLOWS.name(),
                        partition,
                        "bench",
                        Codec.encodeBlock(block),
                        KafkaHeaders.of(EventType.FLOW_BLOCK, "1", "bench")),
                (sent, failed) -> refused.addAndGet(failed == null ? 0 : 1));
    }
}
