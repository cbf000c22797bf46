package io.wirecase.report.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.core.wire.Codec;
import io.wirecase.report.document.Document;
import io.wirecase.report.input.CaseInput;
import java.util.List;

/** Builds reports. It keeps nothing between two of them and may be used by several threads. */
public final class ReportEngine {

    /** Builds and checks a report. The same input gives the same bytes, id and time of making aside. */
    public BuiltReport build(CaseInput input) {
        ObjectNode report = Codec.json().createObjectNode();
        Document document =
                new Document(input.id(), "Traffic case", input.generatedAt().toString(), "", List.of());
        return new BuiltReport(report, document, List.of(new Refusal("engine", "", "", "not built yet")));
    }
}
