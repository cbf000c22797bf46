package io.wirecase.enrichment.in;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import io.wirecase.enrichment.engine.Enricher;
import io.wirecase.enrichment.out.Outgoing;
import io.wirecase.enrichment.out.Sender;
import io.wirecase.enrichment.suppression.Suppressions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes alerts a batch at a time. The batch is acknowledged, and so committed, when everything made of it is stored: a
 * crash repeats some of it and loses nothing.
 */
@ApplicationScoped
public class AlertConsumer {
    private final Translator translator;
    private final SuppressionReader reader;
    private final Sender sender;
    private final MeterRegistry meters;

    AlertConsumer(
            Enricher enricher, Suppressions rules, SuppressionReader reader, Sender sender, MeterRegistry meters) {
        this.translator = new Translator(enricher, rules);
        this.reader = reader;
        this.sender = sender;
        this.meters = meters;
    }

    /** One batch, in the order of each partition. */
    @Incoming("alerts")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> batch) throws InterruptedException {
        reader.awaitReadOnce();
        List<Outgoing> made = new ArrayList<>(batch.count());
        batch.forEach(record -> made.add(translator.translate(record)));
        sender.deliver(made);
        made.forEach(outgoing -> meters.counter(
                        "wirecase.enrichment.records",
                        "kind",
                        outgoing.kind().name().toLowerCase(Locale.ROOT))
                .increment());
    }
}
