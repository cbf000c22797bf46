package io.wirecase.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.Topics;
import io.wirecase.platform.testing.RealBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class KafkaPlumbingTest {

    private static final String FLOWS = Topics.FLOWS.name();

    @Test
    void aBrokerThatIsAwayOrWithoutTopicsIsAnAnswerAndNotAnError() throws InterruptedException {
        try (RealBroker broker = RealBroker.start();
                TopicWatch watch = new TopicWatch(broker.bootstrap(), "test", List.of(FLOWS), Duration.ofSeconds(10))) {
            assertThat(watch.ask().missing())
                    .hasValueSatisfying(why -> assertThat(why).contains(FLOWS));
            broker.createTopics(List.of(Topics.FLOWS), 3);
            assertThat(watch.await()).isEqualTo(Map.of(FLOWS, 3));
            broker.pause();
            try (TopicWatch hasty =
                    new TopicWatch(broker.bootstrap(), "test", List.of(FLOWS), Duration.ofMillis(500))) {
                assertThat(hasty.ask().missing())
                        .hasValueSatisfying(why -> assertThat(why).contains("does not answer"));
            }
            broker.resume();
            assertThat(watch.await()).isEqualTo(Map.of(FLOWS, 3));
        }
    }

    @Test
    void onlyCommittedEventsArriveWithTheirTypeInTheHeaders() {
        try (RealBroker broker = RealBroker.startWithTopics()) {
            Map<String, Object> settings = ClientDefaults.producer(broker.bootstrap(), "test");
            settings.put("transactional.id", "test");
            try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(settings)) {
                producer.initTransactions();
                send(producer, "gone");
                producer.abortTransaction();
                send(producer, "kept");
                producer.commitTransaction();
            }
            try (KafkaConsumer<String, byte[]> consumer =
                    new KafkaConsumer<>(ClientDefaults.consumer(broker.bootstrap(), "test"))) {
                consumer.assign(List.of(new TopicPartition(FLOWS, 2)));
                ConsumerRecord<String, byte[]> first =
                        consumer.poll(Duration.ofSeconds(10)).iterator().next();
                assertThat(first.key()).isEqualTo("kept");
                assertThat(KafkaHeaders.type(first.headers())).contains(EventType.FLOW_BLOCK);
                assertThat(KafkaHeaders.value(first.headers(), "ce_source")).contains("/wirecase/capture");
            }
        }
    }

    private static void send(KafkaProducer<String, byte[]> producer, String key) {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(
                FLOWS, 2, key, new byte[] {1}, KafkaHeaders.of(EventType.FLOW_BLOCK, "1", "capture")));
        producer.flush();
    }
}
