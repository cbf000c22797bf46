package io.wirecase.local.subscriber;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads every channel of the contract and holds each event against it. */
final class Subscriber implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_FAULTS = 20;

    private final Contract contract;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Received received = new Received();
    private final List<Consumer<Received.Event>> watchers = new ArrayList<>();

    Subscriber(Contract contract, String bootstrap, String group) {
        this.contract = contract;
        Properties settings = contract.settings(group);
        settings.setProperty("bootstrap.servers", bootstrap);
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(contract.addresses());
    }

    /** Is shown every event that is as the contract says, repeated ones included. */
    void watch(Consumer<Received.Event> watcher) {
        watchers.add(watcher);
    }

    /** Takes what is there. */
    Received poll() {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
            if (record.value() != null) {
                take(record);
            }
        }
        return received;
    }

    /** How many partitions a topic has. */
    int partitions(String topic) {
        return consumer.partitionsFor(topic).size();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        Contract.Message message = contract.messages(record.topic()).get(headers.get("ce_type"));
        if (message == null) {
            received.ignore();
            return;
        }
        try {
            JsonNode data = JSON.readTree(record.value());
            List<String> faults = message.faults(headers, record.key(), data);
            if (faults.isEmpty()) {
                var event = new Received.Event(record.topic(), record.partition(), record.key(), headers, data);
                watchers.forEach(watcher -> watcher.accept(event));
                received.take(event);
            } else {
                fault(record, faults.toString());
            }
        } catch (IOException notJson) {
            fault(record, String.valueOf(notJson.getMessage()));
        }
    }

    private void fault(ConsumerRecord<String, byte[]> record, String what) {
        if (received.faults().size() < MOST_FAULTS) {
            received.fault(record.topic() + " " + record.partition() + "/" + record.offset() + ": " + what);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
