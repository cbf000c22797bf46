package io.wirecase.report.input;

import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.wire.CaptureState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything a report is built from. The id and the time of making are the only parts that do not come from the data.
 *
 * @param id the report's id
 * @param generatedAt when it is made
 * @param product name and version of what makes it
 * @param scope what is asked
 * @param sources the captures in scope
 * @param completeness whether all of them is in the store
 * @param alerts the alerts in scope but for the minimum score, each in its highest revision, withdrawn ones and
 *     those that rules hide left out
 * @param alertsTotal how many such alerts there are; more than the list holds when the store cut it (lowest scores
 *     go first)
 * @param flows the stored flows
 * @param leftOut what suppression rules left out of the alerts
 */
public record CaseInput(
        String id,
        Instant generatedAt,
        Product product,
        ReportScope scope,
        List<CaptureState> sources,
        Completeness completeness,
        List<EnrichedAlert> alerts,
        long alertsTotal,
        FlowSource flows,
        LeftOut leftOut) {

    /** Keeps its own copies of the lists. */
    public CaseInput {
        sources = List.copyOf(sources);
        alerts = List.copyOf(alerts);
    }

    /** A case of which no rule leaves anything out. */
    public CaseInput(
            String id,
            Instant generatedAt,
            Product product,
            ReportScope scope,
            List<CaptureState> sources,
            Completeness completeness,
            List<EnrichedAlert> alerts,
            long alertsTotal,
            FlowSource flows) {
        this(id, generatedAt, product, scope, sources, completeness, alerts, alertsTotal, flows, LeftOut.NOTHING);
    }

    /** The same, with one more thing known to be missing from the store. */
    public CaseInput missing(String what) {
        List<String> all = new ArrayList<>(completeness.missing());
        all.add(what);
        Completeness told = new Completeness(
                completeness.drained(), completeness.flowsPublished(), completeness.flowsStored(), all);
        return new CaseInput(id, generatedAt, product, scope, sources, told, alerts, alertsTotal, flows, leftOut);
    }

    /** Name and version of the product. */
    public record Product(String name, String version) {}
}
