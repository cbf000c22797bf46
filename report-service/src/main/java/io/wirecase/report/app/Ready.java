package io.wirecase.report.app;

import io.wirecase.platform.kafka.TopicWatch;
import io.wirecase.report.in.AlertsIn;
import io.wirecase.report.in.CapturesIn;
import io.wirecase.report.in.FlowReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the broker answers, the topics exist and everything read is being stored. */
@Readiness
@ApplicationScoped
class Ready implements HealthCheck {

    private final TopicWatch watch;
    private final FlowReader flows;
    private final AlertsIn alerts;
    private final CapturesIn captures;

    Ready(TopicWatch watch, FlowReader flows, AlertsIn alerts, CapturesIn captures) {
        this.watch = watch;
        this.flows = flows;
        this.alerts = alerts;
        this.captures = captures;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("pipeline");
        Optional<String> problem = problem();
        problem.ifPresent(what -> answer.withData("waiting for", what));
        return answer.status(problem.isEmpty()).build();
    }

    private Optional<String> problem() {
        try {
            return Stream.of(watch.ask().missing(), flows.problem(), alerts.problem(), captures.problem())
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.of("the service stops");
        }
    }
}
