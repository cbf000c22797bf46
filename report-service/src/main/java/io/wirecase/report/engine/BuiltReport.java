package io.wirecase.report.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.report.document.Document;
import java.util.List;

/**
 * A report, checked. It may be delivered only when nothing was refused.
 *
 * @param report the report as JSON, the published shape
 * @param document the same report for renderers
 * @param refusals what the gates refused; empty for a report that may be delivered
 */
public record BuiltReport(ObjectNode report, Document document, List<Refusal> refusals) {

    /** Keeps its own copy of the list. */
    public BuiltReport {
        refusals = List.copyOf(refusals);
    }

    /** Whether it may be delivered. */
    public boolean deliverable() {
        return refusals.isEmpty();
    }
}
