package io.wirecase.report.in;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.FlowBlock;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.platform.kafka.KafkaHeaders;
import io.wirecase.report.store.FlowBatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** From records of the flows topic to a batch; what cannot be read goes to the dead letters. */
final class FlowRecords {

    private final DeadLetters deadLetters;

    FlowRecords(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** Adds a record to a batch. */
    void add(ConsumerRecord<String, byte[]> record, FlowBatch batch) {
        Optional<EventType> type = KafkaHeaders.type(record.headers());
        try {
            if (type.equals(Optional.of(EventType.FLOW_BLOCK))) {
                block(record, batch);
            } else if (type.equals(Optional.of(EventType.CAPTURE_END))) {
                marker(record, batch);
            } else if (!type.equals(Optional.of(EventType.CAPTURE_DELETED))) {
                // What is to be deleted is told by the capture's state; the record here is for detection.
                deadLetters.send(record, "neither a block of flows nor an end marker");
            }
        } catch (Unreadable bad) {
            deadLetters.send(record, String.valueOf(bad.getMessage()));
        }
    }

    private void marker(ConsumerRecord<String, byte[]> record, FlowBatch batch) throws Unreadable {
        EndMarker marker = Codec.decode(record.value(), EndMarker.class);
        if (Whole.marker(marker)) {
            batch.add(record.partition(), marker);
        } else {
            deadLetters.send(record, "the end marker names no capture");
        }
    }

    private void block(ConsumerRecord<String, byte[]> record, FlowBatch batch) throws Unreadable {
        Codec.DecodedBlock decoded = Codec.decodeBlock(record.value());
        for (Codec.BadFlow bad : decoded.bad()) {
            deadLetters.send(record, bad.json().getBytes(StandardCharsets.UTF_8), bad.reason());
        }
        FlowBlock head = decoded.block();
        if (!Whole.block(head)) {
            deadLetters.send(record, "the block names no capture");
            return;
        }
        int unreadable = decoded.bad().size();
        List<Flow> whole = new ArrayList<>();
        for (Flow flow : head.flows()) {
            if (Whole.flow(flow)) {
                whole.add(flow);
            } else {
                deadLetters.send(record, Codec.encode(flow), "the flow lacks a member it must have");
                unreadable++;
            }
        }
        long day = Math.floorDiv(record.timestamp(), TimeUnit.DAYS.toMillis(1));
        batch.add(
                record.partition(),
                new FlowBlock(head.captureId(), head.revision(), head.site(), head.partition(), whole),
                day,
                unreadable);
    }
}
