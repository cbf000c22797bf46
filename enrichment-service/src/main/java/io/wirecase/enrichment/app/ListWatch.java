package io.wirecase.enrichment.app;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.wirecase.platform.watchlist.WatchedFiles;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Looks every few seconds whether the operator's lists changed, and says what it found. */
@ApplicationScoped
class ListWatch {
    private static final Logger LOG = Logger.getLogger(ListWatch.class);

    private final WatchedFiles files;
    private final long pollMillis;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("enrichment-lists").factory());

    ListWatch(WatchedFiles files, @ConfigProperty(name = "wirecase.lists.poll", defaultValue = "5s") Duration poll) {
        this.files = files;
        this.pollMillis = poll.toMillis();
    }

    void start(@Observes @Priority(1) StartupEvent event) {
        look();
        clock.scheduleWithFixedDelay(this::look, pollMillis, pollMillis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
    }

    private void look() {
        try {
            for (String said : files.refresh()) {
                if (files.problems().contains(said)) {
                    LOG.warnf("List not read: %s", said);
                } else {
                    LOG.infof("List read: %s", said);
                }
            }
        } catch (RuntimeException bug) {
            // A clock stops for good at the first exception that leaves its task.
            LOG.error("Lists cannot be looked at", bug);
        }
    }
}
