package io.wirecase.capture.out;

import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.Partitioning;
import io.wirecase.core.wire.Topics;
import io.wirecase.platform.kafka.KafkaHeaders;
import java.util.Locale;
import org.apache.kafka.clients.producer.ProducerRecord;

/** States of captures as records of the captures topic. */
final class StateRecords {

    static final String SERVICE = "capture";

    private final int partitions;
    private final String instance;

    /**
     * @param partitions how many partitions the captures topic has
     * @param instance who keeps the packets of captures that do not say it
     */
    StateRecords(int partitions, String instance) {
        this.partitions = partitions;
        this.instance = instance;
    }

    /** The state as readers are told it. */
    CaptureState told(CaptureState state) {
        return state.keeping() == null ? state.with(CaptureState.Keeping.by(instance)) : state;
    }

    ProducerRecord<String, byte[]> of(CaptureState untold) {
        CaptureState state = told(untold);
        String key = state.id().toString();
        String id = key + "." + state.revision() + "."
                + state.state().name().toLowerCase(Locale.ROOT)
                + (state.publication() == null
                        ? ""
                        : "." + state.publication().flows() + "." + Math.round(state.progress() * 1e6))
                + (state.packetsGone() ? ".gone" : "");
        return new ProducerRecord<>(
                Topics.CAPTURES.name(),
                Partitioning.partition(key, partitions),
                key,
                Codec.encode(state),
                KafkaHeaders.of(EventType.CAPTURE_STATE, id, SERVICE));
    }
}
