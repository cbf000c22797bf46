package io.wirecase.report.app;

import io.wirecase.core.wire.Topics;
import io.wirecase.platform.kafka.TopicWatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalInt;

/** How wide the enriched alerts topic is; asked until the broker has told, then known. */
@ApplicationScoped
class Partitions {

    private final TopicWatch watch;
    private volatile OptionalInt known = OptionalInt.empty();

    Partitions(TopicWatch watch) {
        this.watch = watch;
    }

    OptionalInt ofEnrichedAlerts() {
        if (known.isEmpty()) {
            try {
                Integer told = watch.ask().partitions().get(Topics.ENRICHED_ALERTS.name());
                known = told == null ? OptionalInt.empty() : OptionalInt.of(told);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
        return known;
    }
}
