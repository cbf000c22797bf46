package io.wirecase.detection.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.wire.Topics;
import io.wirecase.detection.engine.Detection;
import io.wirecase.detection.in.FlowProcessor;
import io.wirecase.detection.in.Tally;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.platform.kafka.TopicWatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The life of the stream engine: waits for the topics, runs, and tells how it is. */
@ApplicationScoped
class DetectionRunner {

    private static final Logger LOG = Logger.getLogger(DetectionRunner.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration CLOSING = Duration.ofSeconds(10);
    private static final List<String> TOPICS = List.of(
            Topics.FLOWS.name(),
            Topics.DIGESTS.name(),
            Topics.ALERTS.name(),
            Topics.SIGHTINGS.name(),
            Topics.FLOWS.deadLetters().name(),
            Topics.DIGESTS.deadLetters().name());

    private final DetectionConfig config;
    private final ListWatch lists;
    private final Tally tally = new Tally();
    private volatile @Nullable KafkaStreams streams;
    private volatile @Nullable Thread waiting;
    private volatile boolean failed;

    DetectionRunner(DetectionConfig config, ListWatch lists, MeterRegistry meters) {
        this.config = config;
        this.lists = lists;
        meter(meters, "wirecase.detection.flows", tally.flows);
        meter(meters, "wirecase.detection.alerts", tally.alerts);
        meter(meters, "wirecase.detection.unreadable", tally.unreadable);
        meter(meters, "wirecase.detection.dead.flows", tally.deadFlows);
        meter(meters, "wirecase.detection.state.crowded.out", tally.crowdedOut);
        meter(meters, "wirecase.detection.sightings", tally.sightings);
        meter(meters, "wirecase.detection.sightings.refused", tally.sightingsRefused);
    }

    void start(@Observes StartupEvent event) {
        waiting = Thread.ofPlatform().daemon().name("detection-start").start(this::runWhenTopicsExist);
    }

    void stop(@Observes ShutdownEvent event) {
        Thread starter = waiting;
        if (starter != null) {
            starter.interrupt();
        }
        KafkaStreams running = streams;
        if (running != null) {
            running.close(CLOSING);
        }
    }

    /** Why it does not work yet, as a phrase for people, or empty when it does. */
    Optional<String> problem() {
        KafkaStreams running = streams;
        if (running == null) {
            return Optional.of("waiting for Kafka and its topics");
        }
        KafkaStreams.State state = running.state();
        return state == KafkaStreams.State.RUNNING ? Optional.empty() : Optional.of("streams are " + state);
    }

    /** Whether only a restart can help. */
    boolean failed() {
        KafkaStreams running = streams;
        return failed || running != null && running.state() == KafkaStreams.State.ERROR;
    }

    private void runWhenTopicsExist() {
        try (TopicWatch watch =
                new TopicWatch(config.kafkaBootstrap(), "wirecase-detection-topics", TOPICS, PATIENCE)) {
            Map<String, Integer> partitions = watch.await();
            // A topic that grows while we run gets its markers after the next restart.
            int alertPartitions = partitions.getOrDefault(Topics.ALERTS.name(), 1);
            int digestPartitions = partitions.getOrDefault(Topics.DIGESTS.name(), 1);
            run(new FlowProcessor.Settings(alertPartitions, digestPartitions, Limits.expiry(config.state())));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException wrong) {
            LOG.error("Detection cannot start", wrong);
            failed = true;
        }
    }

    private void run(FlowProcessor.Settings settings) {
        Networks networks = config.internalNetworks().map(Networks::parse).orElse(Networks.PRIVATE);
        DetectionContext base = new DetectionContext(networks, config.ndpiCompatible());
        Detection detection = Detection.of(
                Limits.scan(config.scan()), () -> base.with(lists.current()), Limits.behaviours(config.behaviour()));
        KafkaStreams engine =
                new KafkaStreams(DetectionTopology.of(detection, settings, tally), StreamSettings.of(config));
        engine.setUncaughtExceptionHandler(this::goOn);
        streams = engine;
        engine.start();
        LOG.infof("Detection reads %s with %d threads", Topics.FLOWS.name(), (Object) config.threads());
    }

    /** Whatever the broker or the network did is over some time; an error of the machine is not. */
    private StreamThreadExceptionResponse goOn(Throwable problem) {
        if (problem instanceof Error) {
            LOG.error("Detection stops", problem);
            failed = true;
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOG.warn("A thread of detection failed and is replaced", problem);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private static void meter(MeterRegistry meters, String name, LongAdder count) {
        FunctionCounter.builder(name, count, LongAdder::sum).register(meters);
    }
}
