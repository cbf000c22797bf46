package io.wirecase.enrichment.in;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.core.wire.EventHeaders;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.enrichment.engine.Enricher;
import io.wirecase.enrichment.out.Outgoing;
import io.wirecase.enrichment.out.Outgoing.Kind;
import io.wirecase.enrichment.suppression.Suppressions;
import io.wirecase.platform.kafka.KafkaHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.Logger;

/** Turns each record that came in into the one record that goes out. */
final class Translator {
    static final String SERVICE = "enrichment";
    private static final Logger LOG = Logger.getLogger(Translator.class);
    private static final byte[] NOTHING = {};

    private final Enricher enricher;
    private final Suppressions rules;

    Translator(Enricher enricher, Suppressions rules) {
        this.enricher = enricher;
        this.rules = rules;
    }

    Outgoing translate(ConsumerRecord<String, byte[]> record) {
        byte[] value = record.value() == null ? NOTHING : record.value();
        try {
            Optional<EventType> type = KafkaHeaders.type(record.headers());
            if (type.equals(Optional.of(EventType.ALERT))) {
                return enriched(record, Codec.decode(value, Alert.class));
            }
            if (type.equals(Optional.of(EventType.CAPTURE_END))) {
                return marker(record, Codec.decode(value, EndMarker.class));
            }
            return dead(record, value, "no alert and no end of a capture");
        } catch (Unreadable e) {
            return dead(record, value, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // A fault of ours on one alert must not stop the others; the alert is kept with the reason.
            LOG.errorf(e, "alert at partition %d, offset %d failed", record.partition(), record.offset());
            return dead(record, value, "enrichment failed: " + e);
        }
    }

    private Outgoing enriched(ConsumerRecord<String, byte[]> record, Alert alert) {
        Headers headers = KafkaHeaders.of(EventType.ENRICHED_ALERT, alert.id() + "." + alert.revision(), SERVICE);
        byte[] value = Codec.encode(rules.mark(enricher.enrich(alert)));
        return new Outgoing(Kind.ENRICHED, record.partition(), record.key(), value, headers);
    }

    /** The marker's bytes go on as they are; it was decoded only to know that readers can. */
    private static Outgoing marker(ConsumerRecord<String, byte[]> record, EndMarker marker) {
        String id = KafkaHeaders.value(record.headers(), EventHeaders.ID)
                .orElseGet(() -> marker.captureId() + "." + marker.revision() + "." + marker.flowPartition());
        Headers headers = KafkaHeaders.of(EventType.CAPTURE_END, id, SERVICE);
        return new Outgoing(Kind.MARKER, record.partition(), record.key(), record.value(), headers);
    }

    private static Outgoing dead(ConsumerRecord<String, byte[]> record, byte[] value, String reason) {
        Headers headers = new RecordHeaders(record.headers());
        headers.add(EventHeaders.REASON, reason.getBytes(StandardCharsets.UTF_8));
        return new Outgoing(Kind.DEAD_LETTER, record.partition(), record.key(), value, headers);
    }
}
