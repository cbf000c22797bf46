package io.wirecase.capture.out;

import io.wirecase.core.wire.OpenBlock;
import io.wirecase.core.wire.PackedFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Gathers the flows of one capture into blocks, one open block a partition. */
final class Blocks {

    private final Out out;
    private final List<OpenBlock> open = new ArrayList<>();

    Blocks(UUID capture, int revision, String site, int partitions, Out out) {
        this.out = out;
        for (int partition = 0; partition < partitions; partition++) {
            open.add(new OpenBlock(capture, revision, site, partition));
        }
    }

    /** Takes an encoded block. */
    interface Out {
        void block(int partition, byte[] bytes);
    }

    void add(int partition, PackedFlow flow) {
        OpenBlock block = open.get(partition);
        if (!block.fits(flow)) {
            send(partition, block);
        }
        block.add(flow);
    }

    /** Sends the open blocks. */
    void flush() {
        for (int partition = 0; partition < open.size(); partition++) {
            OpenBlock block = open.get(partition);
            if (!block.isEmpty()) {
                send(partition, block);
            }
        }
    }

    /** Forgets the open blocks. */
    void clear() {
        open.forEach(OpenBlock::clear);
    }

    private void send(int partition, OpenBlock block) {
        byte[] encoded = block.encoded();
        block.clear();
        out.block(partition, encoded);
    }
}
