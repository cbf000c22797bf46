package io.wirecase.capture.live;

import io.wirecase.capture.run.DecoderFingerprint;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The live sensors of this service, each on a thread of its own. Thread-safe. */
public final class LiveSensors implements AutoCloseable {

    private static final Logger LOG = System.getLogger(LiveSensors.class.getName());
    /** What is open is published before a sensor ends; the bus may take its time. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private static final long NANOS_OF_SECOND = 1_000_000_000L;

    private final ConcurrentSkipListMap<String, Sensor> sensors = new ConcurrentSkipListMap<>();
    private final LiveSurroundings around;
    private final Patience patience;

    /** What a sensor waits for before it publishes. */
    public interface Patience {

        /** Returns when the bus can take flows. */
        void await() throws InterruptedException;
    }

    /** No sensors yet. */
    public LiveSensors(LiveSurroundings around, Patience patience) {
        this.around = around;
        this.patience = patience;
    }

    /** What became of starting a sensor. */
    public sealed interface Result {}

    /**
     * It listens.
     *
     * @param sensor how it does
     */
    public record Started(SensorState sensor) implements Result {}

    /**
     * It does not.
     *
     * @param refusal why and what to do
     */
    public record Refused(Refusal refusal) implements Result {}

    private record Sensor(LiveSettings settings, long sinceNanos, LiveProgress progress, Thread thread) {

        SensorState state() {
            return SensorState.of(settings, sinceNanos, progress);
        }
    }

    /** Opens an interface and listens on it until it is stopped; nothing is begun when it cannot be opened. */
    public synchronized Result start(LiveSettings settings) {
        Sensor same = sensors.get(settings.sensor());
        if (same != null && same.thread().isAlive()) {
            return new Refused(
                    new Refusal(Refusal.Kind.IN_USE, "a sensor of the name " + settings.sensor() + " listens already"));
        }
        return switch (LiveInterface.open(settings)) {
            case LiveInterface.Refused(Refusal refusal) -> new Refused(refusal);
            case LiveInterface.Opened(LiveInterface live) -> new Started(start(settings, live));
        };
    }

    /**
     * Stops a sensor and forgets it: its capture ends with what was open.
     *
     * @return how it did, or empty when there is none of that name
     * @throws InterruptedException when the caller should stop waiting; the sensor ends all the same
     */
    public Optional<SensorState> stop(String name) throws InterruptedException {
        Sensor sensor = sensors.get(name);
        if (sensor == null) {
            return Optional.empty();
        }
        sensor.thread().interrupt();
        sensor.thread().join(LAST_WORDS);
        sensors.remove(name, sensor);
        return Optional.of(sensor.state());
    }

    /** How a sensor does, or empty. */
    public Optional<SensorState> find(String name) {
        return Optional.ofNullable(sensors.get(name)).map(Sensor::state);
    }

    /** How every sensor does, by name. */
    public List<SensorState> all() {
        return sensors.values().stream().map(Sensor::state).toList();
    }

    /** Stops all of them. */
    @Override
    public void close() {
        sensors.values().forEach(sensor -> sensor.thread().interrupt());
        try {
            for (Sensor sensor : sensors.values()) {
                sensor.thread().join(LAST_WORDS);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private SensorState start(LiveSettings settings, LiveInterface live) {
        LiveProgress progress = new LiveProgress();
        Instant now = around.clock().instant();
        long since = now.getEpochSecond() * NANOS_OF_SECOND + now.getNano();
        Thread thread = Thread.ofPlatform()
                .name("live-" + settings.sensor())
                .daemon()
                .unstarted(() -> listen(settings, live, progress));
        Sensor sensor = new Sensor(settings, since, progress, thread);
        sensors.put(settings.sensor(), sensor);
        LOG.log(Level.INFO, "listening on " + settings.networkInterface() + " as sensor " + settings.sensor());
        thread.start();
        return sensor.state();
    }

    private void listen(LiveSettings settings, LiveInterface live, LiveProgress progress) {
        try (live) {
            patience.await();
            new LiveRun(settings, around, progress).run(live, DecoderFingerprint.of(around.flows()));
            end(settings, progress, live.broken().orElse(null));
        } catch (InterruptedException asked) {
            end(settings, progress, null);
        } catch (RuntimeException | Error defect) {
            LOG.log(Level.ERROR, "sensor " + settings.sensor() + " failed in our own code", defect);
            end(settings, progress, "a defect: " + defect);
        }
    }

    private static void end(LiveSettings settings, LiveProgress progress, @Nullable String reason) {
        progress.ended(reason);
        LOG.log(
                reason == null ? Level.INFO : Level.WARNING,
                "sensor " + settings.sensor() + " ended" + (reason == null ? "" : ": " + reason));
    }
}
