package io.wirecase.detection.app;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive unless only a restart can help; a broker that is away is no reason for one. */
@Liveness
@ApplicationScoped
class StreamsAlive implements HealthCheck {

    private final DetectionRunner runner;

    StreamsAlive(DetectionRunner runner) {
        this.runner = runner;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("detection").status(!runner.failed()).build();
    }
}
