package io.wirecase.report.out;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.wirecase.core.wire.EventType;
import io.wirecase.platform.kafka.KafkaHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jspecify.annotations.Nullable;

/** Tells the reports topic that a report can be fetched, or not any more. */
@ApplicationScoped
public class ReportsOut {

    private static final String SERVICE = "report";
    /** Longer than the producer tries by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final MutinyEmitter<Record<String, byte @Nullable []>> reports;

    ReportsOut(
            @Channel("reports") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<Record<String, byte @Nullable []>> reports) {
        this.reports = reports;
    }

    /**
     * Sends the event and returns when the broker has stored it; blocks its thread. The event's id is the report's, so
     * that one sent twice is known for the same.
     *
     * @throws RuntimeException when the broker did not take it: send it again
     */
    public void ready(UUID report, byte[] event) {
        send(report, ".ready", event);
    }

    /**
     * Says that a report is gone, by a record without a value; blocks its thread.
     *
     * @throws RuntimeException when the broker did not take it: send it again
     */
    public void gone(UUID report) {
        send(report, ".gone", null);
    }

    private void send(UUID report, String what, byte @Nullable [] event) {
        var where = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(report.toString())
                .withHeaders(KafkaHeaders.of(EventType.REPORT_READY, report + what, SERVICE))
                .build();
        reports.sendMessage(Message.of(Record.of(report.toString(), event), Metadata.of(where)))
                .await()
                .atMost(PATIENCE);
    }
}
