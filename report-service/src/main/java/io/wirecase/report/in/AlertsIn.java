package io.wirecase.report.in;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.platform.kafka.KafkaHeaders;
import io.wirecase.report.store.AlertStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Stores enriched alerts and end markers as they come, a batch in one transaction. */
@ApplicationScoped
public class AlertsIn {

    private final AlertStore store;
    private final DeadLetters deadLetters;
    private final Patience patience = new Patience();

    AlertsIn(AlertStore store, DeadLetters deadLetters) {
        this.store = store;
        this.deadLetters = deadLetters;
    }

    /** Why alerts wait, or empty while all is well. */
    public Optional<String> problem() {
        return patience.problem();
    }

    /** A batch; its offsets are committed once this returns, so a crash delivers it again and changes nothing. */
    @Incoming("enriched-alerts")
    @Blocking
    void store(ConsumerRecords<String, byte[]> records) throws SQLException, InterruptedException {
        try {
            patience.untilDone(() -> store((Iterable<ConsumerRecord<String, byte[]>>) records));
        } catch (SQLException refused) {
            for (ConsumerRecord<String, byte[]> record : records) {
                singly(record);
            }
        }
    }

    void stop(@Observes ShutdownEvent event) {
        patience.stop();
    }

    private void singly(ConsumerRecord<String, byte[]> record) throws SQLException, InterruptedException {
        try {
            patience.untilDone(() -> store(List.of(record)));
        } catch (SQLException refused) {
            patience.untilDone(
                    () -> deadLetters.send(record, "the database does not take it: " + refused.getMessage()));
        }
    }

    private void store(Iterable<ConsumerRecord<String, byte[]>> records) throws SQLException {
        List<AlertStore.Arrived> alerts = new ArrayList<>();
        List<AlertStore.Announced> markers = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                read(record, alerts, markers);
            } catch (Unreadable bad) {
                deadLetters.send(record, String.valueOf(bad.getMessage()));
            }
        }
        store.store(alerts, markers);
    }

    private void read(
            ConsumerRecord<String, byte[]> record, List<AlertStore.Arrived> alerts, List<AlertStore.Announced> markers)
            throws Unreadable {
        Optional<EventType> type = KafkaHeaders.type(record.headers());
        if (type.equals(Optional.of(EventType.ENRICHED_ALERT))) {
            EnrichedAlert enriched = Codec.decode(record.value(), EnrichedAlert.class);
            if (!Whole.alert(enriched.alert())) {
                deadLetters.send(record, "the alert lacks a member it must have");
            } else {
                alerts.add(new AlertStore.Arrived(enriched.alert(), record.value()));
            }
        } else if (type.equals(Optional.of(EventType.CAPTURE_END))) {
            EndMarker marker = Codec.decode(record.value(), EndMarker.class);
            Long announced = marker.alerts();
            if (announced == null || !Whole.marker(marker)) {
                deadLetters.send(record, "the end marker lacks its capture or the number of alerts");
            } else {
                markers.add(new AlertStore.Announced(record.partition(), marker, announced));
            }
        } else {
            deadLetters.send(record, "neither an enriched alert nor an end marker");
        }
    }
}
