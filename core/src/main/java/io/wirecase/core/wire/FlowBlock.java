package io.wirecase.core.wire;

import io.wirecase.core.flow.Flow;
import java.util.List;
import java.util.UUID;

/**
 * Flows of one capture and one partition that travel as one record.
 *
 * @param captureId the capture
 * @param revision its revision
 * @param site its site
 * @param partition the partition of the flows topic it belongs on
 * @param flows at most {@link #MAX_FLOWS}
 */
public record FlowBlock(UUID captureId, int revision, String site, int partition, List<Flow> flows) {

    /** The most flows of a block. */
    public static final int MAX_FLOWS = 200;

    /** The size a block's encoding should stay under, in bytes. */
    public static final int MAX_BYTES = 256 * 1024;

    /** Keeps its own copy of the list. */
    public FlowBlock {
        flows = List.copyOf(flows);
    }
}
