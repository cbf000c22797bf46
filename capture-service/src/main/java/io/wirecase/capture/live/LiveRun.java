package io.wirecase.capture.live;

import io.wirecase.capture.flow.CaptureIdentity;
import io.wirecase.capture.flow.FlowAssembler;
import io.wirecase.capture.run.CapturePublication;
import io.wirecase.capture.run.LinkTypeSet;
import io.wirecase.capture.run.OutletException;
import io.wirecase.capture.run.Plan;
import io.wirecase.capture.run.Reckoning;
import io.wirecase.capture.source.RawPacket;
import io.wirecase.capture.store.PacketArchive;
import io.wirecase.core.wire.Accounts;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Ids;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Publishes and keeps what an interface sees. Each time it starts to listen is a capture of its own, which ends when it
 * stops; the site ties them together.
 */
final class LiveRun {

    private static final Logger LOG = System.getLogger(LiveRun.class.getName());
    private static final long TICK_NANOS = Duration.ofMillis(200).toNanos();
    private static final long MARK_NANOS = Duration.ofSeconds(10).toNanos();
    /** Packets between two looks at the clock, a power of two. */
    private static final int STRIDE = 256;
    /**
     * Packets of the last moment may still lie in the kernel's buffer. A flow that is said to be silent must be silent
     * in them too, or a replay would see another flow.
     */
    private static final long LAG_NANOS = Duration.ofSeconds(1).toNanos();

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final long NANOS_OF_SECOND = 1_000_000_000L;
    /** What is kept of a live capture grows and shrinks, so there is no digest of its content. */
    private static final String NO_DIGEST = "";

    private final LiveSettings settings;
    private final LiveSurroundings around;
    private final LiveProgress progress;
    private Drops counted = Drops.NONE;

    LiveRun(LiveSettings settings, LiveSurroundings around, LiveProgress progress) {
        this.settings = settings;
        this.around = around;
        this.progress = progress;
    }

    /**
     * Listens until the thread is interrupted or the interface gives no more; then what is still open is published and
     * the capture ends. While the bus is away nothing can be published: the capture that was open then ends as failed,
     * and a new one starts. A defect of our own ends its capture as failed too, and is thrown on.
     *
     * @param live the interface
     * @param decoder fingerprint of what reads it
     */
    void run(Feed live, String decoder) throws InterruptedException {
        endWhatWasLeft(decoder);
        while (true) {
            CaptureState capture = begin();
            PacketArchive.Sensor sensor = new PacketArchive.Sensor(settings.site(), settings.sensor());
            try (CapturePublication publication = around.outlet().take(capture.id());
                    PacketArchive.Recording recording = around.archive().record(sensor, capture.id())) {
                publication.start(capture, new Plan.Publish(1, null), decoder);
                progress.begins(capture.id());
                publication.complete(listen(live, capture, publication, recording));
                return;
            } catch (OutletException lost) {
                LOG.log(Level.WARNING, "live capture " + capture.id() + " ends: " + lost.getMessage());
                giveUp(capture, decoder, "the bus was away; what was seen since is lost");
            } catch (RuntimeException | Error defect) {
                // Or readers would wait for it; what was published and kept before stays.
                giveUp(capture, decoder, "a defect of the sensor: " + defect);
                throw defect;
            }
        }
    }

    /**
     * Ends captures of this sensor that were open when its process was killed, so that readers do not wait for them.
     */
    private void endWhatWasLeft(String decoder) throws InterruptedException {
        while (true) {
            try {
                for (CaptureState state : around.published().all()) {
                    boolean ours = state.sensor().equals(settings.sensor())
                            && state.site().equals(settings.site());
                    if (ours && state.state() == CaptureState.State.READING) {
                        giveUp(state, decoder, "the sensor ended without a word");
                    }
                }
                return;
            } catch (OutletException away) {
                LOG.log(Level.WARNING, "sensor " + settings.sensor() + " waits: " + away.getMessage());
                Thread.sleep(PAUSE);
            }
        }
    }

    private Accounts listen(
            Feed live, CaptureState capture, CapturePublication publication, PacketArchive.Recording recording) {
        FlowAssembler assembler = FlowAssembler.keeping(identity(capture), around.flows(), publication::ended);
        Counting counting = new Counting(live, assembler, recording);
        RawPacket packet = new RawPacket();
        long lastTick = System.nanoTime();
        long lastMark = lastTick;
        int read = 0;
        while (!Thread.interrupted() && live.broken().isEmpty()) {
            boolean any = live.poll(packet);
            if (any) {
                counting.links.add(packet.linkType());
                recording.add(packet);
                assembler.accept(packet);
            } else {
                assembler.advance(now() - LAG_NANOS);
            }
            long time = any && ++read % STRIDE != 0 ? lastTick : System.nanoTime();
            if (time - lastTick >= TICK_NANOS) {
                recording.tick();
                Accounts soFar = counting.accounts();
                if (time - lastMark >= MARK_NANOS) {
                    publication.mark(now() - LAG_NANOS, soFar);
                    lastMark = time;
                } else {
                    publication.tick(0, soFar);
                }
                lastTick = System.nanoTime();
            }
        }
        // Whoever learns that the capture is complete may ask for its packets at once.
        recording.close();
        assembler.finish();
        return counting.accounts();
    }

    /** The accounts of one capture while it grows. */
    private final class Counting {

        private final Feed live;
        private final FlowAssembler assembler;
        private final PacketArchive.Recording recording;
        private final LinkTypeSet links = new LinkTypeSet();
        private io.wirecase.capture.flow.@Nullable Accounts before;

        Counting(Feed live, FlowAssembler assembler, PacketArchive.Recording recording) {
            this.live = live;
            this.assembler = assembler;
            this.recording = recording;
        }

        Accounts accounts() {
            Drops drops = live.drops();
            around.tallies()
                    .countDropped(
                            drops.kernel() - counted.kernel(), drops.networkInterface() - counted.networkInterface());
            counted = drops;
            var table = assembler.accounts();
            around.tallies().count(before, table);
            before = table;
            Accounts now = Reckoning.of(table, live.summary(), links)
                    .with(LiveNotes.of(settings, drops, recording.unrecorded(), live.broken()));
            progress.reached(now, drops, recording.unrecorded());
            return now;
        }
    }

    /** Closes a capture whose publication broke, as soon as the bus answers again. */
    private void giveUp(CaptureState capture, String decoder, String reason) throws InterruptedException {
        while (true) {
            try (CapturePublication publication = around.outlet().take(capture.id())) {
                CaptureState last = publication.before().orElse(capture);
                publication.start(capture, new Plan.Publish(1, last.publication()), decoder);
                publication.fail(reason, last.accounts());
                return;
            } catch (OutletException away) {
                LOG.log(Level.WARNING, "live capture " + capture.id() + " waits: " + away.getMessage());
                Thread.sleep(PAUSE);
            }
        }
    }

    private CaptureState begin() {
        Instant start = around.clock().instant();
        UUID id = Ids.named("live", settings.site(), settings.sensor(), start.toString());
        return new CaptureState(
                id,
                1,
                settings.site(),
                settings.sensor(),
                settings.networkInterface(),
                NO_DIGEST,
                0,
                CaptureState.State.READING,
                0,
                null,
                null,
                null);
    }

    private CaptureIdentity identity(CaptureState capture) {
        return new CaptureIdentity(capture.id(), capture.revision(), capture.site(), capture.sensor());
    }

    private long now() {
        Instant instant = around.clock().instant();
        return instant.getEpochSecond() * NANOS_OF_SECOND + instant.getNano();
    }
}
