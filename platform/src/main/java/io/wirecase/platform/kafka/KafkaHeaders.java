package io.wirecase.platform.kafka;

import io.wirecase.core.wire.EventHeaders;
import io.wirecase.core.wire.EventType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** CloudEvents attributes as the headers of Kafka records (CloudEvents Kafka binding 1.0.2, section 3.2). */
public final class KafkaHeaders {

    private KafkaHeaders() {}

    /** The headers of an event. */
    public static Headers of(EventType type, String id, String service) {
        return of(EventHeaders.of(type, id, service));
    }

    /** Named values as UTF-8 headers. */
    public static Headers of(Map<String, String> values) {
        Headers headers = new RecordHeaders();
        values.forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    /** The last header of a name as UTF-8 text, or empty without one. */
    public static Optional<String> value(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    /** What a record is, or empty when it is none of our events. */
    public static Optional<EventType> type(Headers headers) {
        return value(headers, EventHeaders.TYPE).flatMap(EventType::of);
    }
}
