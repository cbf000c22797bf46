package io.wirecase.capture.app;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.wirecase.capture.flow.FlowSettings;
import io.wirecase.capture.in.StatesFollower;
import io.wirecase.capture.live.LiveInterface;
import io.wirecase.capture.live.LiveRun;
import io.wirecase.capture.live.LiveSettings;
import io.wirecase.capture.out.KafkaOutlet;
import io.wirecase.capture.run.DecoderFingerprint;
import io.wirecase.capture.run.Tallies;
import io.wirecase.platform.kafka.TopicWatch;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Listens on the live interface that is configured, on a thread of its own. */
@Singleton
final class LiveSensor {

    private static final Logger LOG = Logger.getLogger(LiveSensor.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final CaptureConfig.Live config;
    private final TopicWatch topics;
    private final KafkaOutlet outlet;
    private final StatesFollower states;
    private final Tallies tallies;
    private @Nullable Thread listening;

    LiveSensor(CaptureConfig config, TopicWatch topics, KafkaOutlet outlet, StatesFollower states, Tallies tallies) {
        this.config = config.live();
        this.topics = topics;
        this.outlet = outlet;
        this.states = states;
        this.tallies = tallies;
    }

    void start(@Observes StartupEvent started) {
        config.networkInterface().filter(name -> !name.isBlank()).ifPresent(name -> {
            var settings = new LiveSettings(
                    name, config.site(), config.sensor(), config.filter().orElse(""), config.snapLength());
            listening = Thread.ofPlatform().name("live-" + name).daemon().start(() -> listen(settings));
        });
    }

    void stop(@Observes ShutdownEvent ending) {
        Thread thread = listening;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(LAST_WORDS);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void listen(LiveSettings settings) {
        switch (LiveInterface.open(settings)) {
            case LiveInterface.Refused(String reason) ->
                LOG.errorf("no live capture on %s: %s", settings.networkInterface(), reason);
            case LiveInterface.Opened(LiveInterface live) -> {
                try (live) {
                    LOG.infof("live capture on %s as sensor %s", settings.networkInterface(), settings.sensor());
                    topics.await();
                    FlowSettings flows = FlowSettings.DEFAULT;
                    new LiveRun(settings, flows, outlet, states, tallies, InstantSource.system())
                            .run(live, DecoderFingerprint.of(flows));
                } catch (InterruptedException ended) {
                    LOG.debug("live capture ended", ended);
                } catch (Exception defect) {
                    LOG.error("live capture failed in our own code", defect);
                }
            }
        }
    }
}
