package io.wirecase.capture.app;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.wirecase.capture.live.LiveSensors;
import io.wirecase.capture.live.LiveSettings;
import io.wirecase.capture.live.SensorState;
import io.wirecase.capture.store.PacketArchive;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Listens on the live interface that is configured, again when it went away, and lets old packets of all go. */
@Singleton
final class LiveSensor {

    private static final Logger LOG = Logger.getLogger(LiveSensor.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final CaptureConfig.Live config;
    private final LiveSensors sensors;
    private final PacketArchive archive;
    private @Nullable Thread keeping;
    private @Nullable String said;

    LiveSensor(CaptureConfig config, LiveSensors sensors, PacketArchive archive) {
        this.config = config.live();
        this.sensors = sensors;
        this.archive = archive;
    }

    void start(@Observes StartupEvent started) {
        Optional<LiveSettings> wanted = config.networkInterface()
                .filter(name -> !name.isBlank())
                .map(name -> new LiveSettings(
                        name,
                        config.site(),
                        LiveSettings.sensorName(config.sensor()),
                        config.filter().orElse(""),
                        config.snapLength(),
                        Math.toIntExact(config.buffer().asLongValue()),
                        config.promiscuous(),
                        config.immediate()));
        keeping = Thread.ofVirtual().name("live-keeper").start(() -> keep(wanted));
    }

    void stop(@Observes ShutdownEvent ending) {
        Thread thread = keeping;
        if (thread != null) {
            thread.interrupt();
        }
        sensors.close();
    }

    private void keep(Optional<LiveSettings> wanted) {
        try {
            while (true) {
                wanted.ifPresent(this::listen);
                trim();
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException ended) {
            LOG.debug("the live interface is no longer looked after", ended);
        }
    }

    /** An interface may come later than the service, or go and come back. */
    private void listen(LiveSettings settings) {
        boolean listens = sensors.find(settings.sensor())
                .filter(sensor -> sensor.state() != SensorState.State.ENDED)
                .isPresent();
        if (!listens && sensors.start(settings) instanceof LiveSensors.Refused(var refusal)) {
            String reason = refusal.reason();
            if (!reason.equals(said)) {
                LOG.errorf("no live capture on %s: %s", settings.networkInterface(), reason);
            }
            said = reason;
        }
    }

    private void trim() {
        try {
            archive.trim();
        } catch (IOException failed) {
            LOG.warnf("old packets of live interfaces cannot be removed: %s", failed.getMessage());
        }
    }
}
