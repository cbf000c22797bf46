package io.wirecase.detection.testing;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.FlowOrigin;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.core.wire.FlowBlock;
import java.util.ArrayList;
import java.util.List;

/** Flows as capture publishes them. */
public final class Blocks {

    private Blocks() {}

    /** Flows of one capture in blocks of a size. */
    public static List<byte[]> of(List<Flow> flows, int size) {
        List<byte[]> blocks = new ArrayList<>();
        for (int from = 0; from < flows.size(); from += size) {
            List<Flow> some = flows.subList(from, Math.min(flows.size(), from + size));
            FlowOrigin origin = some.getFirst().origin();
            blocks.add(Codec.encodeBlock(new FlowBlock(origin.captureId(), origin.revision(), origin.site(), 0, some)));
        }
        return blocks;
    }

    /** The end marker of a capture on one partition. */
    public static EndMarker end(Flow anyOfIt, int partition, int partitions, long flows) {
        FlowOrigin origin = anyOfIt.origin();
        return new EndMarker(origin.captureId(), origin.revision(), origin.site(), partition, partitions, flows, null);
    }
}
