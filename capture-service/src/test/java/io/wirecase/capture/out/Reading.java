package io.wirecase.capture.out;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.FlowBlock;
import io.wirecase.core.wire.Topics;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.platform.kafka.ClientDefaults;
import io.wirecase.platform.kafka.KafkaHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** What a reader of the bus sees of one capture, in the order of each partition. */
record Reading(List<Flow> flows, List<EndMarker> markers, List<EndMarker> deletions, List<CaptureState> states) {

    static Reading of(String bootstrap, UUID capture) throws Unreadable {
        Reading reading = new Reading(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(ClientDefaults.consumer(bootstrap, "reading"))) {
            reading.take(consumer, Topics.FLOWS.name(), capture);
            reading.take(consumer, Topics.CAPTURES.name(), capture);
        }
        return reading;
    }

    List<Flow> flowsOf(int revision) {
        return flows.stream()
                .filter(flow -> flow.origin().revision() == revision)
                .toList();
    }

    private void take(KafkaConsumer<String, byte[]> consumer, String topic, UUID capture) throws Unreadable {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofSeconds(1))) {
                take(message, capture);
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> message, UUID capture) throws Unreadable {
        EventType type = KafkaHeaders.type(message.headers()).orElseThrow();
        switch (type) {
            case FLOW_BLOCK -> {
                FlowBlock block = Codec.decodeBlock(message.value()).block();
                if (block.captureId().equals(capture)) {
                    flows.addAll(block.flows());
                }
            }
            case CAPTURE_END, CAPTURE_DELETED -> {
                EndMarker marker = Codec.decode(message.value(), EndMarker.class);
                if (marker.captureId().equals(capture)) {
                    (type == EventType.CAPTURE_END ? markers : deletions).add(marker);
                }
            }
            case CAPTURE_STATE -> {
                CaptureState state = Codec.decode(message.value(), CaptureState.class);
                if (state.id().equals(capture)) {
                    states.add(state);
                }
            }
            default -> throw new IllegalStateException("capture does not publish " + type);
        }
    }
}
