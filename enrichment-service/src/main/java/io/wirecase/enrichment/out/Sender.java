package io.wirecase.enrichment.out;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.wirecase.core.wire.EventHeaders;
import io.wirecase.enrichment.out.Outgoing.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * Sends many records at once and returns when the broker has stored all of them. A broker that is away is asked again
 * for ever; records may then arrive twice, never not at all.
 */
@ApplicationScoped
public class Sender {
    private static final Logger LOG = Logger.getLogger(Sender.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final MutinyEmitter<byte[]> enriched;
    private final MutinyEmitter<byte[]> deadLetters;

    Sender(
            @Channel("enriched-alerts") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> enriched,
            @Channel("dead-letters") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> deadLetters) {
        this.enriched = enriched;
        this.deadLetters = deadLetters;
    }

    /** Sends all in order and waits. A marker leaves only when everything before it is stored. Blocks its thread. */
    public void deliver(List<Outgoing> records) {
        int from = 0;
        for (int at = 1; at <= records.size(); at++) {
            if (at == records.size() || marker(records.get(at)) != marker(records.get(from))) {
                await(records.subList(from, at));
                from = at;
            }
        }
    }

    private void await(List<Outgoing> run) {
        List<Uni<Void>> stored = new ArrayList<>(run.size());
        run.forEach(outgoing -> stored.add(stored(outgoing)));
        Uni.join().all(stored).andFailFast().await().indefinitely();
    }

    private Uni<Void> stored(Outgoing outgoing) {
        return sent(outgoing)
                .onFailure(Sender::mayPass)
                .invoke(failure -> LOG.warnf("Kafka does not take records, trying again: %s", failure.getMessage()))
                .onFailure(Sender::mayPass)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .onFailure()
                .recoverWithUni(failure -> refused(outgoing, failure));
    }

    private Uni<Void> sent(Outgoing outgoing) {
        var where = OutgoingKafkaRecordMetadata.<String>builder()
                .withPartition(outgoing.partition())
                .withHeaders(outgoing.headers());
        String key = outgoing.key();
        var metadata = key == null ? where.build() : where.withKey(key).build();
        MutinyEmitter<byte[]> channel = outgoing.kind() == Kind.DEAD_LETTER ? deadLetters : enriched;
        return channel.sendMessage(Message.of(outgoing.value(), Metadata.of(metadata)));
    }

    /** What the broker will never take becomes a dead letter; one too large loses its bytes, not its reason. */
    private Uni<Void> refused(Outgoing outgoing, Throwable failure) {
        LOG.errorf("a record was refused and goes to the dead letters: %s", failure.getMessage());
        byte[] value = outgoing.kind() == Kind.DEAD_LETTER ? new byte[0] : outgoing.value();
        Headers headers = new RecordHeaders(outgoing.headers());
        headers.add(EventHeaders.REASON, ("refused: " + failure.getMessage()).getBytes(StandardCharsets.UTF_8));
        return stored(new Outgoing(Kind.DEAD_LETTER, outgoing.partition(), outgoing.key(), value, headers));
    }

    private static boolean mayPass(Throwable failure) {
        return !(failure instanceof RecordTooLargeException || failure.getCause() instanceof RecordTooLargeException);
    }

    private static boolean marker(Outgoing outgoing) {
        return outgoing.kind() == Kind.MARKER;
    }
}
