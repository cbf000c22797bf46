package io.wirecase.capture.live;

import io.wirecase.capture.flow.CaptureIdentity;
import io.wirecase.capture.flow.FlowAssembler;
import io.wirecase.capture.flow.FlowSettings;
import io.wirecase.capture.run.CapturePublication;
import io.wirecase.capture.run.FlowOutlet;
import io.wirecase.capture.run.LinkTypeSet;
import io.wirecase.capture.run.OutletException;
import io.wirecase.capture.run.Plan;
import io.wirecase.capture.run.PublishedStates;
import io.wirecase.capture.run.Reckoning;
import io.wirecase.capture.run.Tallies;
import io.wirecase.capture.source.RawPacket;
import io.wirecase.capture.source.SourceSummary;
import io.wirecase.core.wire.Accounts;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Ids;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what an interface sees. Each time it starts to listen is a capture of its own, which ends when it stops;
 * the site ties them together.
 */
public final class LiveRun {

    private static final Logger LOG = System.getLogger(LiveRun.class.getName());
    private static final long TICK_NANOS = Duration.ofMillis(200).toNanos();
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final long NANOS_OF_SECOND = 1_000_000_000L;
    /** Nothing is stored of a live capture, so there is no content to take a digest of. */
    private static final String NO_DIGEST = "";

    private final LiveSettings settings;
    private final FlowSettings flows;
    private final FlowOutlet outlet;
    private final PublishedStates published;
    private final Tallies tallies;
    private final InstantSource clock;
    private long droppedBefore;

    /** A run that has not started. */
    public LiveRun(
            LiveSettings settings,
            FlowSettings flows,
            FlowOutlet outlet,
            PublishedStates published,
            Tallies tallies,
            InstantSource clock) {
        this.settings = settings;
        this.flows = flows;
        this.outlet = outlet;
        this.published = published;
        this.tallies = tallies;
        this.clock = clock;
    }

    /**
     * Listens until the thread is interrupted; then what is still open is published and the capture ends. While the bus
     * is away nothing can be published: the capture that was open then ends as failed, and a new one starts.
     *
     * @param live the interface
     * @param decoder fingerprint of what reads it
     */
    public void run(LiveInterface live, String decoder) throws InterruptedException {
        endWhatWasLeft(decoder);
        while (true) {
            CaptureState capture = begin();
            try (CapturePublication publication = outlet.take(capture.id())) {
                publication.start(capture, new Plan.Publish(1, null), decoder);
                publication.complete(listen(live, capture, publication));
                return;
            } catch (OutletException lost) {
                LOG.log(Level.WARNING, "live capture " + capture.id() + " ends: " + lost.getMessage());
                giveUp(capture, decoder, "the bus was away; what was seen since is lost");
            }
        }
    }

    /**
     * Ends captures of this sensor that were open when its process was killed, so that readers do not wait for them.
     */
    private void endWhatWasLeft(String decoder) throws InterruptedException {
        for (CaptureState state : published.all()) {
            boolean ours =
                    state.sensor().equals(settings.sensor()) && state.site().equals(settings.site());
            if (ours && state.state() == CaptureState.State.READING) {
                giveUp(state, decoder, "the sensor ended without a word");
            }
        }
    }

    private Accounts listen(LiveInterface live, CaptureState capture, CapturePublication publication) {
        FlowAssembler assembler = new FlowAssembler(identity(capture), flows, publication::accept);
        LinkTypeSet links = new LinkTypeSet();
        RawPacket packet = new RawPacket();
        Accounts counted = null;
        long lastTick = System.nanoTime();
        while (!Thread.interrupted()) {
            if (live.poll(packet)) {
                links.add(packet.linkType());
                assembler.accept(packet);
            } else {
                assembler.advance(now());
            }
            if (System.nanoTime() - lastTick >= TICK_NANOS) {
                counted = count(counted, reckon(assembler, live, links));
                publication.tick(0, counted);
                lastTick = System.nanoTime();
            }
        }
        assembler.finish();
        return count(counted, reckon(assembler, live, links));
    }

    private Accounts reckon(FlowAssembler assembler, LiveInterface live, LinkTypeSet links) {
        SourceSummary summary = live.summary();
        long dropped = summary.dropped() == null ? 0 : summary.dropped();
        tallies.countDropped(dropped - droppedBefore);
        droppedBefore = dropped;
        return Reckoning.of(assembler.accounts(), summary, links);
    }

    private Accounts count(@Nullable Accounts before, Accounts now) {
        tallies.count(before, now);
        return now;
    }

    /** Closes a capture whose publication broke, as soon as the bus answers again. */
    private void giveUp(CaptureState capture, String decoder, String reason) throws InterruptedException {
        while (true) {
            try (CapturePublication publication = outlet.take(capture.id())) {
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
        Instant start = clock.instant();
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
        Instant instant = clock.instant();
        return instant.getEpochSecond() * NANOS_OF_SECOND + instant.getNano();
    }
}
