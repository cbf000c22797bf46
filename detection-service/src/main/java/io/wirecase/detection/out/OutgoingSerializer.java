package io.wirecase.detection.out;

import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Hands the bytes on. */
public final class OutgoingSerializer implements Serializer<Outgoing> {

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable Outgoing data) {
        return data == null ? null : data.bytes();
    }
}
