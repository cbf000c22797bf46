package io.wirecase.report.app;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.wirecase.report.in.FlowReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/** Starts and ends the service's own threads. */
@ApplicationScoped
class Life {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final FlowReader flows;
    private final ReportWorker reports;
    private final Announcer announcer;
    private final RulePublisher rules;
    private final LateArrivals late;
    private List<Thread> threads = List.of();

    Life(FlowReader flows, ReportWorker reports, Announcer announcer, RulePublisher rules, LateArrivals late) {
        this.flows = flows;
        this.reports = reports;
        this.announcer = announcer;
        this.rules = rules;
        this.late = late;
    }

    void start(@Observes StartupEvent event) {
        threads = List.of(
                Thread.ofPlatform().name("flows").start(flows),
                Thread.ofPlatform().name("reports").start(reports::run),
                Thread.ofPlatform().name("announcements").start(announcer::run),
                Thread.ofPlatform().name("rules").start(rules::run),
                Thread.ofVirtual().name("late-arrivals").start(late::run));
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        flows.close();
        reports.close();
        announcer.close();
        rules.close();
        threads.getLast().interrupt();
        for (Thread thread : threads) {
            thread.join(GRACE);
        }
    }
}
