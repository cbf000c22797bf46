package io.wirecase.core.wire;

import io.wirecase.core.flow.Flow;

/** Encodes flows one by one, for {@link OpenBlock}s to put together. Not thread-safe. */
public final class FlowPacker {

    private static final RecordPacker FLOW = new ValuePackers(SharedNames.OF_FLOWS).records(Flow.class);

    private final SmileBytes out = new SmileBytes();

    /** A packer with nothing in it. */
    public FlowPacker() {}

    /** A flow's bytes. */
    public PackedFlow pack(Flow flow) {
        out.clear();
        FLOW.pack(flow, out);
        return new PackedFlow(out.copy(), out.names(), out.ownNames());
    }
}
