package io.wirecase.detection.in;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.Codec.BadFlow;
import io.wirecase.core.wire.Codec.DecodedBlock;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.FlowBlock;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.detection.engine.Detection;
import io.wirecase.detection.out.Outbox;
import io.wirecase.detection.out.Outgoing;
import io.wirecase.detection.scan.ContactReader;
import io.wirecase.detection.scan.ScanContact;
import io.wirecase.detection.scan.ScanKey;
import io.wirecase.detection.sighting.Fact;
import io.wirecase.detection.store.DetectionStore;
import io.wirecase.detection.store.Expiry;
import io.wirecase.platform.kafka.KafkaHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Reads one partition of the flows topic: blocks of flows become alerts, end markers go on to every partition of the
 * alerts topic after all that came before them. Everything a record causes is one transaction with its offset.
 */
public final class FlowProcessor implements Processor<@Nullable String, byte @Nullable [], String, Outgoing> {

    private static final Duration EXPIRY_WALK = Duration.ofSeconds(10);

    private final Detection detection;
    private final Settings settings;
    private final Tally tally;
    private @Nullable Parts parts;

    /**
     * What a processor has to know.
     *
     * @param alertPartitions how many partitions the alerts topic has
     * @param digestPartitions how many partitions the digests topic has
     * @param expiry when state goes
     */
    public record Settings(int alertPartitions, int digestPartitions, Expiry expiry) {}

    /** A processor that counts into a tally. */
    public FlowProcessor(Detection detection, Settings settings, Tally tally) {
        this.detection = detection;
        this.settings = settings;
        this.tally = tally;
    }

    /** What a processor has once it knows its partition. */
    private record Parts(
            ProcessorContext<String, Outgoing> context,
            DetectionStore store,
            Outbox outbox,
            ScanFold scans,
            BehaviourFold behaviours,
            SubjectGather subjects,
            FactGather facts) {}

    @Override
    public void init(ProcessorContext<String, Outgoing> context) {
        DetectionStore store = new DetectionStore(context.getStateStore(DetectionStore.NAME), settings.expiry());
        Outbox outbox =
                new Outbox(context, Outbox.Names.OF_FLOWS, settings.alertPartitions(), settings.digestPartitions());
        SubjectGather subjects = new SubjectGather(detection.subjects(), store.behaviours(), outbox);
        BehaviourFold behaviours = new BehaviourFold(detection.behaviours(), store.behaviours(), subjects.rarity());
        parts = new Parts(
                context,
                store,
                outbox,
                new ScanFold(detection, store, behaviours.retries()),
                behaviours,
                subjects,
                new FactGather(outbox));
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
            if (type.equals(Optional.of(EventType.FLOW_BLOCK))) {
                block(here, record.key(), Codec.decodeBlock(value));
            } else if (type.equals(Optional.of(EventType.CAPTURE_END))) {
                marker(here, Codec.decode(value, EndMarker.class));
            } else if (type.equals(Optional.of(EventType.CAPTURE_DELETED))) {
                EndMarker deleted = Codec.decode(value, EndMarker.class);
                here.store().forget(deleted);
                here.subjects().forget();
                here.outbox().toSubjects(EventType.CAPTURE_DELETED, deleted);
            } else {
                unreadable(here, record.key(), value, "not an event of this topic");
            }
        } catch (Unreadable notOurs) {
            unreadable(here, record.key(), value, String.valueOf(notOurs.getMessage()));
        }
    }

    private void block(Parts here, @Nullable String key, DecodedBlock decoded) {
        for (BadFlow bad : decoded.bad()) {
            dead(here, key, bad.json().getBytes(StandardCharsets.UTF_8), bad.reason());
        }
        FlowBlock block = decoded.block();
        long arrival = here.context().currentSystemTimeMs();
        Sent sent = new Sent(here.store(), here.outbox(), block.captureId(), block.revision(), tally);
        ScanFold.Batch contacts = new ScanFold.Batch();
        here.behaviours().clear();
        here.subjects().clear();
        for (Flow flow : block.flows()) {
            tally.flows.increment();
            inspect(here, key, flow, sent, contacts);
        }
        for (Map.Entry<ScanKey, List<ScanFold.Try>> one : contacts.byKey().entrySet()) {
            here.scans().fold(one.getKey(), one.getValue(), block, sent, arrival);
        }
        here.subjects().fold(block, arrival);
        here.behaviours().fold(block, sent, arrival);
        here.subjects().send(block);
        here.facts().send();
        sent.keep(arrival, false);
        tally.crowdedOut.add(here.store().relieve());
    }

    /** A flow a detector fails on is put aside, counted and said; the flows around it go on. */
    private void inspect(Parts here, @Nullable String key, Flow flow, Sent sent, ScanFold.Batch contacts) {
        Optional<Alert> alert;
        Optional<ScanContact> contact;
        List<Runnable> digests;
        byte[] encoded;
        Set<Fact> facts;
        try {
            facts = detection.facts().read(flow);
            alert = detection.flows().inspect(flow);
            contact = ContactReader.read(flow);
            digests = new ArrayList<>();
            here.behaviours().read(flow, digests);
            here.subjects().read(flow, digests);
            encoded = alert.map(Codec::encode).orElse(new byte[0]);
        } catch (RuntimeException bug) {
            dead(here, key, Codec.encode(flow), "a detector failed: " + bug);
            return;
        }
        contact.ifPresent(found ->
                contacts.add(ScanKey.of(flow, found.family(), detection.settings()), new ScanFold.Try(found, flow)));
        digests.forEach(Runnable::run);
        here.facts().take(flow, facts, settings.expiry().slotOf(here.context().currentSystemTimeMs()));
        alert.ifPresent(found -> sent.send(found, encoded));
    }

    private void marker(Parts here, EndMarker marker) {
        long arrival = here.context().currentSystemTimeMs();
        Sent sent = new Sent(here.store(), here.outbox(), marker.captureId(), marker.revision(), tally);
        here.scans().settle(marker, sent, arrival);
        here.subjects().clear();
        here.behaviours().settle(marker, sent, arrival);
        here.subjects().send(marker);
        sent.keep(arrival, true);
        here.outbox().toSubjects(EventType.CAPTURE_END, marker);
        sent.markers(marker, marker.flowPartition(), settings.digestPartitions());
        if (marker.last() && marker.site().equals(marker.captureId().toString())) {
            here.store().retire(marker.site(), marker.revision());
        }
        // Somebody waits for the end of a capture.
        here.context().commit();
    }

    private void dead(Parts here, @Nullable String key, byte[] bytes, String reason) {
        tally.deadFlows.increment();
        here.outbox().deadLetter(key, bytes, reason);
    }

    private void unreadable(Parts here, @Nullable String key, byte[] bytes, String reason) {
        tally.unreadable.increment();
        here.outbox().deadLetter(key, bytes, reason);
    }
}
