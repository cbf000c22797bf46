package io.wirecase.enrichment.app;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.wirecase.enrichment.in.SuppressionReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Starts and ends the service's own thread. */
@ApplicationScoped
class Life {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final SuppressionReader suppressions;
    private @Nullable Thread thread;

    Life(SuppressionReader suppressions) {
        this.suppressions = suppressions;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("suppressions").start(suppressions);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        suppressions.close();
        if (thread != null) {
            thread.join(GRACE);
        }
    }
}
