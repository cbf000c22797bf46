package io.wirecase.detection.app;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the stream engine runs: then the broker answers and the topics exist. Broken lists are told and no reason
 * to stop.
 */
@Readiness
@ApplicationScoped
class StreamsReady implements HealthCheck {

    private final DetectionRunner runner;
    private final ListWatch lists;

    StreamsReady(DetectionRunner runner, ListWatch lists) {
        this.runner = runner;
        this.lists = lists;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("detection");
        lists.problem().ifPresent(wrong -> answer.withData("lists", wrong));
        return runner.problem()
                .map(why -> answer.withData("reason", why).down().build())
                .orElseGet(() -> answer.up().build());
    }
}
