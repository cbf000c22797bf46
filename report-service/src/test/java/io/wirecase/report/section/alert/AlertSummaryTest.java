package io.wirecase.report.section.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.engine.BuiltReport;
import io.wirecase.report.engine.ReportEngine;
import io.wirecase.report.fixture.Fixtures;
import io.wirecase.report.input.CaseInput;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertSummaryTest {

    @Test
    void alertsOfOneCodeThatSayDifferentThingsAreCountedApart() {
        CaseInput input = Fixtures.poll(Fixtures.Twist.NONE, Fixtures.START);
        List<EnrichedAlert> alerts = new ArrayList<>();
        for (EnrichedAlert alert : input.alerts()) {
            alerts.add(
                    saying(alert, alerts.size() < 41 ? "an old banner: nginx 1.14.0" : "an old banner: nginx 1.18.0"));
        }

        BuiltReport built = new ReportEngine().build(with(input, alerts));

        assertThat(built.refusals()).isEmpty();
        Block.Table table = built.document().sections().stream()
                .filter(s -> s.id().equals("alert-summary"))
                .flatMap(s -> s.blocks().stream())
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(table.rows())
                .extracting(row -> row.stream().limit(3).map(Prose::text).toList())
                .contains(
                        List.of("http_obsolete_server", "an old banner: nginx 1.14.0", "41"),
                        List.of("http_obsolete_server", "an old banner: nginx 1.18.0", "73"));
    }

    private static EnrichedAlert saying(EnrichedAlert enriched, String words) {
        Alert a = enriched.alert();
        List<Finding> findings = a.findings().stream()
                .map(f -> !f.code().equals("http_obsolete_server")
                        ? f
                        : new Finding(
                                f.code(),
                                f.points(),
                                f.accountable(),
                                f.clientShare(),
                                words,
                                f.observed(),
                                f.limit(),
                                f.raisedBy()))
                .toList();
        Alert said = new Alert(
                a.id(),
                a.revision(),
                a.status(),
                a.kind(),
                a.site(),
                a.captures(),
                a.eventNanos(),
                a.subject(),
                findings,
                a.score(),
                a.evidence(),
                a.techniques());
        return new EnrichedAlert(said, enriched.addresses(), enriched.exchange());
    }

    private static CaseInput with(CaseInput in, List<EnrichedAlert> alerts) {
        return new CaseInput(
                in.id(),
                in.generatedAt(),
                in.product(),
                in.scope(),
                in.sources(),
                in.completeness(),
                alerts,
                in.alertsTotal(),
                in.flows());
    }
}
