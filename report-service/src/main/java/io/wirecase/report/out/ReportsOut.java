package io.wirecase.report.out;

import io.smallrye.reactive.messaging.MutinyEmitter;
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

/** Tells the reports topic that a report can be fetched. */
@ApplicationScoped
public class ReportsOut {

    private static final String SERVICE = "report";
    /** Longer than the producer tries by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final MutinyEmitter<byte[]> reports;

    ReportsOut(@Channel("reports") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> reports) {
        this.reports = reports;
    }

    /**
     * Sends the event and returns when the broker has stored it; blocks its thread. The event's id is the report's, so
     * that one sent twice is known for the same.
     *
     * @throws RuntimeException when the broker did not take it: send it again
     */
    public void ready(UUID report, byte[] event) {
        var where = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(report.toString())
                .withHeaders(KafkaHeaders.of(EventType.REPORT_READY, report + ".ready", SERVICE))
                .build();
        reports.sendMessage(Message.of(event, Metadata.of(where))).await().atMost(PATIENCE);
    }
}
