package io.wirecase.capture.out;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.FlowBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Gathers the flows of one capture into blocks, one open block a partition. */
final class Blocks {

    /** How much of the size limit the guess of the next block aims at. */
    private static final double AIM = 0.8;

    private final UUID capture;
    private final int revision;
    private final String site;
    private final Out out;
    private final List<List<Flow>> open = new ArrayList<>();
    private final int[] limits;

    Blocks(UUID capture, int revision, String site, int partitions, Out out) {
        this.capture = capture;
        this.revision = revision;
        this.site = site;
        this.out = out;
        this.limits = new int[partitions];
        for (int partition = 0; partition < partitions; partition++) {
            open.add(new ArrayList<>());
            limits[partition] = FlowBlock.MAX_FLOWS;
        }
    }

    /** Takes an encoded block. */
    interface Out {
        void block(int partition, byte[] bytes);
    }

    void add(int partition, Flow flow) {
        List<Flow> flows = open.get(partition);
        flows.add(flow);
        if (flows.size() >= limits[partition]) {
            close(partition);
        }
    }

    /** Sends the open blocks. */
    void flush() {
        for (int partition = 0; partition < open.size(); partition++) {
            close(partition);
        }
    }

    /** Forgets the open blocks. */
    void clear() {
        open.forEach(List::clear);
    }

    private void close(int partition) {
        List<Flow> flows = open.get(partition);
        if (!flows.isEmpty()) {
            send(partition, flows);
            flows.clear();
        }
    }

    private void send(int partition, List<Flow> flows) {
        byte[] bytes = Codec.encodeBlock(new FlowBlock(capture, revision, site, partition, flows));
        // Flows of a capture resemble each other, so the last block's size tells how many fit in the next.
        double fit = AIM * FlowBlock.MAX_BYTES * flows.size() / bytes.length;
        limits[partition] = (int) Math.clamp(fit, 1, FlowBlock.MAX_FLOWS);
        if (bytes.length > FlowBlock.MAX_BYTES && flows.size() > 1) {
            int half = flows.size() / 2;
            send(partition, flows.subList(0, half));
            send(partition, flows.subList(half, flows.size()));
            return;
        }
        out.block(partition, bytes);
    }
}
