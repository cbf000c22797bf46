package io.wirecase.detection.in;

import io.wirecase.core.intel.Sighting;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.DigestBlock;
import io.wirecase.detection.behaviour.DigestBlock.SubjectDigest;
import io.wirecase.detection.behaviour.SubjectDetector;
import io.wirecase.detection.engine.Detection;
import io.wirecase.detection.out.Outbox;
import io.wirecase.detection.out.Outgoing;
import io.wirecase.detection.store.DetectionStore;
import io.wirecase.detection.store.DetectionStore.Owed;
import io.wirecase.platform.kafka.KafkaHeaders;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Reads one partition of the digests topic: what flows of all originators tell of a subject meets here. Once every
 * partition of the flows topic has said that a capture is through, this one says so on every partition of the alerts
 * topic, after all that came before.
 */
public final class SubjectProcessor implements Processor<@Nullable String, byte @Nullable [], String, Outgoing> {

    private static final Duration EXPIRY_WALK = Duration.ofSeconds(10);

    /** A partition of the flows topic that is through for good. */
    private static final long ENDED = Long.MAX_VALUE;

    private final Detection detection;
    private final FlowProcessor.Settings settings;
    private final Tally tally;
    private @Nullable Parts parts;

    /** A processor that counts into a tally. */
    public SubjectProcessor(Detection detection, FlowProcessor.Settings settings, Tally tally) {
        this.detection = detection;
        this.settings = settings;
        this.tally = tally;
    }

    /** What a processor has once it knows its partition. */
    private record Parts(
            ProcessorContext<String, Outgoing> context,
            DetectionStore store,
            Outbox outbox,
            Map<String, JoinFold<?, ?>> kinds) {}

    @Override
    public void init(ProcessorContext<String, Outgoing> context) {
        DetectionStore store = new DetectionStore(context.getStateStore(DetectionStore.SUBJECTS), settings.expiry());
        Map<String, JoinFold<?, ?>> kinds = new LinkedHashMap<>();
        for (SubjectDetector<?, ?> detector : detection.subjects()) {
            kinds.put(detector.kind(), new JoinFold<>(detector, store.behaviours()));
        }
        Outbox outbox =
                new Outbox(context, Outbox.Names.OF_SUBJECTS, settings.alertPartitions(), settings.digestPartitions());
        parts = new Parts(context, store, outbox, kinds);
        context.schedule(EXPIRY_WALK, PunctuationType.WALL_CLOCK_TIME, now -> tally.crowdedOut.add(store.expire(now)));
    }

    @Override
    public void process(Record<@Nullable String, byte @Nullable []> record) {
        Parts here = parts;
        if (here == null) {
            throw new IllegalStateException("process before init");
        }
        byte[] value = record.value();
        if (value == null) {
            unreadable(here, record.key(), new byte[0], "a record without a value");
            return;
        }
        Optional<EventType> type = KafkaHeaders.type(record.headers());
        try {
            if (type.equals(Optional.of(EventType.SUBJECT_DIGESTS))) {
                join(here, record.key(), value, DigestBlock.of(value));
            } else if (type.equals(Optional.of(EventType.SIGHTING))) {
                for (Sighting sighting : Codec.decode(value, Sighting[].class)) {
                    sighted(here, sighting);
                }
            } else if (type.equals(Optional.of(EventType.CAPTURE_END))) {
                marker(here, Codec.decode(value, EndMarker.class));
            } else if (type.equals(Optional.of(EventType.CAPTURE_DELETED))) {
                here.store().forget(Codec.decode(value, EndMarker.class));
            } else {
                unreadable(here, record.key(), value, "not an event of this topic");
            }
        } catch (Unreadable | IllegalArgumentException notOurs) {
            unreadable(here, record.key(), value, String.valueOf(notOurs.getMessage()));
        }
    }

    private void sighted(Parts here, Sighting sighting) {
        switch (here.store().facts().add(sighting, here.context().currentSystemTimeMs())) {
            case NEW -> {
                tally.sightings.increment();
                here.outbox().sighting(sighting);
            }
            case FULL -> tally.sightingsRefused.increment();
            case KNOWN -> {}
        }
    }

    private void join(Parts here, @Nullable String key, byte[] value, DigestBlock block) {
        long arrival = here.context().currentSystemTimeMs();
        Owed capture = new Owed(block.capture(), block.revision());
        Sent sent = new Sent(here.store(), here.outbox(), block.capture(), block.revision(), tally);
        KindFold.Cause cause = new KindFold.Cause(capture, sent, arrival);
        for (SubjectDigest digest : block.digests()) {
            JoinFold<?, ?> kind = here.kinds().get(digest.key().kind());
            try {
                if (kind != null) {
                    kind.join(digest, cause);
                }
            } catch (RuntimeException bug) {
                unreadable(here, key, value, "a detector failed: " + bug);
            }
        }
        sent.keep(arrival, false);
        tally.crowdedOut.add(here.store().relieve());
    }

    private void marker(Parts here, EndMarker marker) {
        int width = marker.flowPartitions();
        long arrival = here.context().currentSystemTimeMs();
        long[] marks = here.store().marks(marker.captureId(), marker.revision(), width);
        long before = Arrays.stream(marks).min().orElse(0);
        Long through = marker.throughNanos();
        if (marker.flowPartition() >= width) {
            return;
        }
        marks[marker.flowPartition()] = Math.max(marks[marker.flowPartition()], through == null ? ENDED : through);
        here.store().putMarks(marker.captureId(), marker.revision(), marks, arrival);
        long now = Arrays.stream(marks).min().orElse(0);
        if (now > before || now == ENDED) {
            through(here, marker, now, arrival);
        }
    }

    /** All partitions of flows are through up to a time: what is owed is said, and that it was said. */
    private void through(Parts here, EndMarker marker, long nanos, long arrival) {
        Sent sent = new Sent(here.store(), here.outbox(), marker.captureId(), marker.revision(), tally);
        here.store().behaviours().owed(marker.captureId(), marker.revision()).stream()
                .collect(Collectors.groupingBy(BehaviourKey::kind, TreeMap::new, Collectors.toList()))
                .forEach((name, keys) -> {
                    JoinFold<?, ?> kind = here.kinds().get(name);
                    if (kind != null) {
                        kind.settle(keys, sent, arrival);
                    }
                });
        sent.keep(arrival, true);
        EndMarker own = new EndMarker(
                marker.captureId(),
                marker.revision(),
                marker.site(),
                marker.flowPartition(),
                marker.flowPartitions(),
                0,
                null,
                nanos == ENDED ? null : nanos);
        int number = marker.flowPartitions() + here.context().taskId().partition();
        sent.markers(own, number, settings.digestPartitions());
        if (own.last() && marker.site().equals(marker.captureId().toString())) {
            here.store().retire(marker.site(), marker.revision());
        }
        // Somebody waits for the end of a capture.
        here.context().commit();
    }

    private void unreadable(Parts here, @Nullable String key, byte[] bytes, String reason) {
        tally.unreadable.increment();
        here.outbox().deadLetter(key, bytes, reason);
    }
}
