package io.wirecase.detection.app;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the stream engine runs: then the broker answers and the topics exist. */
@Readiness
@ApplicationScoped
class StreamsReady implements HealthCheck {

    private final DetectionRunner runner;

    StreamsReady(DetectionRunner runner) {
        this.runner = runner;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("detection");
        return runner.problem()
                .map(why -> answer.withData("reason", why).down().build())
                .orElseGet(() -> answer.up().build());
    }
}
