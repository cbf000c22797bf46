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

/** Tells the suppressions topic a rule as it is, or that it is gone. */
@ApplicationScoped
public class SuppressionsOut {

    private static final String SERVICE = "report";
    /** Longer than the producer tries by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final MutinyEmitter<Record<String, byte @Nullable []>> suppressions;

    SuppressionsOut(
            @Channel("suppressions") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<Record<String, byte @Nullable []>> suppressions) {
        this.suppressions = suppressions;
    }

    /**
     * Sends a rule, or a record without a value when it is gone, and returns when the broker has stored it; blocks its
     * thread.
     *
     * @throws RuntimeException when the broker did not take it: send it again
     */
    public void tell(UUID rule, int revision, byte @Nullable [] event) {
        var where = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(rule.toString())
                .withHeaders(KafkaHeaders.of(EventType.SUPPRESSION, rule + "." + revision, SERVICE))
                .build();
        suppressions
                .sendMessage(Message.of(Record.of(rule.toString(), event), Metadata.of(where)))
                .await()
                .atMost(PATIENCE);
    }
}
