package io.wirecase.capture.app;

import io.wirecase.platform.kafka.TopicWatch;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when Kafka answers and the topics exist. Captures are accepted before that too, and wait. */
@Readiness
final class TopicsReady implements HealthCheck {

    private final TopicWatch topics;

    TopicsReady(TopicWatch topics) {
        this.topics = topics;
    }

    @Override
    public HealthCheckResponse call() {
        var health = HealthCheckResponse.named("kafka topics");
        try {
            TopicWatch.Answer answer = topics.ask();
            answer.missing().ifPresent(why -> health.withData("missing", why));
            return health.status(answer.ready()).build();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return health.down().build();
        }
    }
}
