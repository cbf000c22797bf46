package io.wirecase.capture.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.wirecase.capture.in.StatesFollower;
import io.wirecase.capture.out.KafkaOutlet;
import io.wirecase.capture.run.CaptureQueue;
import io.wirecase.capture.run.CaptureRun;
import io.wirecase.capture.run.Captures;
import io.wirecase.capture.run.LiveRetention;
import io.wirecase.capture.run.Retention;
import io.wirecase.capture.store.CaptureStore;
import io.wirecase.capture.store.StoredCapture;
import io.wirecase.platform.kafka.TopicWatch;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;

/**
 * The service's threads: one that announces captures, one that follows their states, and the workers that read them.
 */
@Singleton
final class Lifecycle {

    private static final Logger LOG = Logger.getLogger(Lifecycle.class);
    private static final Duration RETENTION_PAUSE = Duration.ofSeconds(10);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final CaptureConfig config;
    private final TopicWatch topics;
    private final Bus bus;
    private final Work work;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    Lifecycle(CaptureConfig config, TopicWatch topics, Bus bus, Work work) {
        this.config = config;
        this.topics = topics;
        this.bus = bus;
        this.work = work;
    }

    /** What talks to the bus. */
    @Singleton
    record Bus(StatesFollower states, KafkaOutlet outlet) {}

    /** What there is to do. */
    @Singleton
    record Work(CaptureStore store, Captures captures, CaptureQueue queue, CaptureRun run, Kept kept) {}

    /** What lets packets go. */
    @Singleton
    record Kept(Retention sent, LiveRetention live) {}

    void start(@Observes StartupEvent started) {
        work.captures().resume();
        threads.add(Thread.ofVirtual().name("announcer").start(this::announce));
        threads.add(Thread.ofVirtual().name("retention").start(this::letGo));
        for (int worker = 1; worker <= config.workers(); worker++) {
            threads.add(Thread.ofPlatform()
                    .name("reader-" + worker)
                    .daemon()
                    .uncaughtExceptionHandler(Lifecycle::giveUp)
                    .start(this::read));
        }
    }

    void stop(@Observes ShutdownEvent ending) {
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join(LAST_WORDS);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void announce() {
        try {
            topics.await();
            Thread.ofVirtual().name("states").start(bus.states());
            bus.outlet()
                    .endOpenTransactions(
                            work.store().all().stream().map(StoredCapture::id).toList());
            work.queue().announceAll();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (Exception defect) {
            LOG.error("captures are no longer announced", defect);
        }
    }

    private void letGo() {
        try {
            while (true) {
                Thread.sleep(RETENTION_PAUSE);
                try {
                    work.kept().sent().apply();
                    work.kept().live().apply();
                } catch (InterruptedException ended) {
                    throw ended;
                } catch (Exception failed) {
                    LOG.error("what is over the limits of age or bytes could not go now", failed);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** An error that stops a reader would leave a service that takes captures in and never reads them. */
    private static void giveUp(Thread reader, Throwable error) {
        LOG.fatalf(error, "%s cannot go on; the service ends and continues when it is started again", reader.getName());
        Quarkus.asyncExit(1);
    }

    private void read() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                read(work.queue().next());
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void read(UUID capture) throws InterruptedException {
        try {
            work.run().run(capture);
        } catch (Exception | StackOverflowError | InternalError defect) {
            if (defect instanceof InterruptedException ended) {
                throw ended;
            }
            // One capture that our decoders cannot stand, or whose mapped file the disk cannot give (InternalError),
            // must not stop the others; it is said and kept.
            LOG.errorf(defect, "capture %s failed in our own code", capture);
            work.run().fail(capture, defect);
        }
    }
}
