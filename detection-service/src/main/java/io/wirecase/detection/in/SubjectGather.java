package io.wirecase.detection.in;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.core.wire.FlowBlock;
import io.wirecase.core.wire.Partitioning;
import io.wirecase.detection.behaviour.DigestBlock;
import io.wirecase.detection.behaviour.DigestBlock.SubjectDigest;
import io.wirecase.detection.behaviour.SubjectDetector;
import io.wirecase.detection.out.Outbox;
import io.wirecase.detection.rare.Acquaintances;
import io.wirecase.detection.rare.RareDestination;
import io.wirecase.detection.rare.Told;
import io.wirecase.detection.store.BehaviourStore;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All detectors whose subjects are kept elsewhere: a block of flows becomes one record of digests a partition. */
final class SubjectGather {

    private final Outbox outbox;
    private final List<KindGather<?, ?>> kinds = new ArrayList<>();
    private final List<ContactFold> contacts = new ArrayList<>();
    private @Nullable KindGather<Told, Acquaintances> rarity;

    SubjectGather(List<SubjectDetector<?, ?>> detectors, BehaviourStore store, Outbox outbox) {
        this.outbox = outbox;
        for (SubjectDetector<?, ?> detector : detectors) {
            if (detector instanceof RareDestination rare) {
                KindGather<Told, Acquaintances> told = new KindGather<>(rare);
                rarity = told;
                kinds.add(told);
                contacts.add(new ContactFold(rare, store, told));
            } else {
                kinds.add(new KindGather<>(detector));
            }
        }
    }

    /** Whom to tell of what is judged by how many hosts of a site know it, or null where nobody asks. */
    @Nullable
    KindGather<Told, Acquaintances> rarity() {
        return rarity;
    }

    /** Forgets what a block that failed left behind. */
    void clear() {
        kinds.forEach(KindGather::clear);
        contacts.forEach(ContactFold::clear);
    }

    /** Forgets what it remembers beside the state, of which something was taken back. */
    void forget() {
        contacts.forEach(ContactFold::forget);
    }

    /** Lets every detector read a flow; what keeps the digests goes to a list, to be run when nothing else failed. */
    void read(Flow flow, List<Runnable> keep) {
        for (KindGather<?, ?> kind : kinds) {
            Runnable one = kind.read(flow);
            if (one != BehaviourFold.NOTHING) {
                keep.add(one);
            }
        }
        for (ContactFold fold : contacts) {
            Runnable one = fold.read(flow);
            if (one != BehaviourFold.NOTHING) {
                keep.add(one);
            }
        }
    }

    /** Tells of first contacts, before anything that is judged by who knows whom. */
    void fold(FlowBlock block, long arrivalMillis) {
        contacts.forEach(fold -> fold.fold(block, arrivalMillis));
    }

    /** Sends what was read since to the partitions of its subjects. */
    void send(FlowBlock block) {
        send(block.captureId(), block.revision(), block.site());
    }

    /** Sends what the end marker of a capture brought. */
    void send(EndMarker marker) {
        send(marker.captureId(), marker.revision(), marker.site());
    }

    private void send(UUID capture, int revision, String site) {
        TreeMap<Integer, List<SubjectDigest>> byPartition = new TreeMap<>();
        for (KindGather<?, ?> kind : kinds) {
            kind.flush(digest -> {
                String key = Partitioning.key(digest.key().site(), digest.key().subject());
                int partition = Partitioning.partition(key, outbox.digestPartitions());
                byPartition.computeIfAbsent(partition, any -> new ArrayList<>()).add(digest);
            });
        }
        byPartition.forEach(
                (partition, digests) -> outbox.digests(new DigestBlock(capture, revision, site, digests), partition));
    }
}
