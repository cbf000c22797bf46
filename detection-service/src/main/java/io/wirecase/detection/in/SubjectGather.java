package io.wirecase.detection.in;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.FlowBlock;
import io.wirecase.core.wire.Partitioning;
import io.wirecase.detection.behaviour.DigestBlock;
import io.wirecase.detection.behaviour.DigestBlock.SubjectDigest;
import io.wirecase.detection.behaviour.SubjectDetector;
import io.wirecase.detection.out.Outbox;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** All detectors whose subjects are kept elsewhere: a block of flows becomes one record of digests a partition. */
final class SubjectGather {

    private final Outbox outbox;
    private final List<KindGather<?, ?>> kinds = new ArrayList<>();

    SubjectGather(List<SubjectDetector<?, ?>> detectors, Outbox outbox) {
        this.outbox = outbox;
        detectors.forEach(detector -> kinds.add(new KindGather<>(detector)));
    }

    /** Forgets what a block that failed left behind. */
    void clear() {
        kinds.forEach(KindGather::clear);
    }

    /** Lets every detector read a flow; what keeps the digests goes to a list, to be run when nothing else failed. */
    void read(Flow flow, List<Runnable> keep) {
        for (KindGather<?, ?> kind : kinds) {
            Runnable one = kind.read(flow);
            if (one != BehaviourFold.NOTHING) {
                keep.add(one);
            }
        }
    }

    /** Sends what was read since to the partitions of its subjects. */
    void send(FlowBlock block) {
        TreeMap<Integer, List<SubjectDigest>> byPartition = new TreeMap<>();
        for (KindGather<?, ?> kind : kinds) {
            kind.flush(digest -> {
                String key = Partitioning.key(digest.key().site(), digest.key().subject());
                int partition = Partitioning.partition(key, outbox.digestPartitions());
                byPartition.computeIfAbsent(partition, any -> new ArrayList<>()).add(digest);
            });
        }
        byPartition.forEach((partition, digests) ->
                outbox.digests(new DigestBlock(block.captureId(), block.revision(), block.site(), digests), partition));
    }
}
