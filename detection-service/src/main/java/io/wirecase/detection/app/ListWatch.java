package io.wirecase.detection.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.wirecase.platform.watchlist.ListKind;
import io.wirecase.platform.watchlist.WatchedFiles;
import io.wirecase.platform.watchlist.Watchlists;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks every few seconds whether the operator's lists changed, and says what it found. */
@ApplicationScoped
class ListWatch {

    private static final Logger LOG = Logger.getLogger(ListWatch.class);

    private final WatchedFiles files;
    private final long pollMillis;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("detection-lists").factory());

    ListWatch(DetectionConfig config, MeterRegistry meters) {
        this.files = new WatchedFiles(paths(config.lists()));
        this.pollMillis = config.lists().poll().toMillis();
        meters.gauge("wirecase.detection.lists.entries", files, WatchedFiles::entries);
        meters.gauge(
                "wirecase.detection.lists.broken", files, all -> all.problems().size());
    }

    /** The first reading is done before the first flow. */
    void start(@Observes @Priority(1) StartupEvent event) {
        look();
        clock.scheduleWithFixedDelay(this::look, pollMillis, pollMillis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
    }

    /** The lists in force. */
    Watchlists current() {
        return files.current();
    }

    /** What is wrong with files of lists, or empty. */
    Optional<String> problem() {
        List<String> wrong = files.problems();
        return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", wrong));
    }

    private void look() {
        try {
            List<String> news = files.refresh();
            for (String said : news) {
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

    private static Map<ListKind, List<Path>> paths(DetectionConfig.Lists lists) {
        Map<ListKind, List<Path>> paths = new EnumMap<>(ListKind.class);
        paths.put(ListKind.ADDRESSES, lists.addresses().orElse(List.of()));
        paths.put(ListKind.EXITS, lists.exits().orElse(List.of()));
        paths.put(ListKind.DOMAINS, lists.domains().orElse(List.of()));
        paths.put(ListKind.FINGERPRINTS, lists.fingerprints().orElse(List.of()));
        paths.put(ListKind.CERTIFICATES, lists.certificates().orElse(List.of()));
        return paths;
    }
}
