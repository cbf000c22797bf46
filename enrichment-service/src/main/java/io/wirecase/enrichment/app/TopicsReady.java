package io.wirecase.enrichment.app;

import io.wirecase.core.wire.Topics;
import io.wirecase.platform.kafka.TopicWatch;
import io.wirecase.platform.watchlist.WatchedFiles;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when Kafka answers and has the service's topics, with as many partitions out as in. Broken lists are told and
 * no reason to stop.
 */
@Readiness
@ApplicationScoped
public class TopicsReady implements HealthCheck {
    private static final String IN = Topics.ALERTS.name();
    private static final String OUT = Topics.ENRICHED_ALERTS.name();
    private static final String DEAD = Topics.ALERTS.deadLetters().name();

    private final TopicWatch watch;
    private final WatchedFiles lists;

    TopicsReady(@ConfigProperty(name = "wirecase.kafka.bootstrap") String bootstrap, WatchedFiles lists) {
        this.lists = lists;
        watch = new TopicWatch(
                bootstrap,
                "enrichment-health",
                List.of(IN, OUT, DEAD, Topics.SUPPRESSIONS.name()),
                Duration.ofSeconds(3));
    }

    @Override
    public HealthCheckResponse call() {
        Optional<String> reason;
        try {
            reason = reason(watch.ask());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reason = Optional.of("stopping");
        }
        var response = HealthCheckResponse.named("topics").status(reason.isEmpty());
        reason.ifPresent(why -> response.withData("reason", why));
        if (!lists.problems().isEmpty()) {
            response.withData("lists", String.join("; ", lists.problems()));
        }
        return response.build();
    }

    private static Optional<String> reason(TopicWatch.Answer answer) {
        if (answer.missing().isPresent()) {
            return answer.missing();
        }
        Map<String, Integer> partitions = answer.partitions();
        int in = partitions.getOrDefault(IN, 0);
        boolean room = partitions.getOrDefault(OUT, 0) >= in && partitions.getOrDefault(DEAD, 0) >= in;
        return room ? Optional.empty() : Optional.of("fewer partitions out than in: " + partitions);
    }

    @PreDestroy
    void close() {
        watch.close();
    }
}
