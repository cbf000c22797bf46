package io.wirecase.report.input;

import io.wirecase.core.flow.Flow;
import java.util.List;

/**
 * Some of the flows asked for.
 *
 * @param flows the first ones in order
 * @param total how many there are
 */
public record FlowPage(List<Flow> flows, long total) {

    /** Keeps its own copy of the list. */
    public FlowPage {
        flows = List.copyOf(flows);
    }

    /** Whether some were left out. */
    public boolean cut() {
        return total > flows.size();
    }
}
