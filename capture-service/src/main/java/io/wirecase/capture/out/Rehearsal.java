package io.wirecase.capture.out;

import io.wirecase.capture.flow.CaptureIdentity;
import io.wirecase.capture.run.FlowSink;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.Accounts;
import io.wirecase.core.wire.FlowPacker;
import io.wirecase.core.wire.PackedFlow;

/** Does with flows what publishing does, up to the blocks as they travel, and sends them nowhere. For measuring. */
public final class Rehearsal implements FlowSink {

    private final PartitionOf partitionOf;
    private final Blocks blocks;
    private final FlowPacker packer = new FlowPacker();
    private long flows;
    private long sent;
    private long bytes;

    /** For one capture, as if its topic had so many partitions. */
    public Rehearsal(CaptureIdentity capture, int partitions) {
        this.partitionOf = new PartitionOf(capture.site(), partitions);
        this.blocks =
                new Blocks(capture.captureId(), capture.revision(), capture.site(), partitions, (partition, block) -> {
                    sent++;
                    bytes += block.length;
                });
    }

    @Override
    public void accept(Flow flow) {
        ended(flow).run();
    }

    @Override
    public Runnable ended(Flow flow) {
        int partition = partitionOf.flow(flow);
        PackedFlow packed = packer.pack(flow);
        return () -> {
            flows++;
            blocks.add(partition, packed);
        };
    }

    @Override
    public void tick(double progress, Accounts accounts) {
        // Publishing would write its progress; that is one small record.
    }

    /** Encodes the blocks that are still open. */
    public void finish() {
        blocks.flush();
    }

    /** Flows taken. */
    public long flows() {
        return flows;
    }

    /** Blocks encoded. */
    public long blocks() {
        return sent;
    }

    /** Their bytes. */
    public long bytes() {
        return bytes;
    }
}
