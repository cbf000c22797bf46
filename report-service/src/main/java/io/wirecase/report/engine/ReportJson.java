package io.wirecase.report.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.report.action.Action;
import io.wirecase.report.claim.Claim;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.document.Document;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.document.Sentences;
import io.wirecase.report.gap.Gap;
import io.wirecase.report.input.CaseInput;
import io.wirecase.report.input.Completeness;
import io.wirecase.report.input.ReportScope;
import io.wirecase.report.section.LedgerSection;
import io.wirecase.report.wording.CaseFile;

/** The report as JSON, in the published shape. */
final class ReportJson {

    /** The version of the shape. */
    static final String SCHEMA = "1.0";

    private ReportJson() {}

    static ObjectNode of(CaseFile file, Document document, Ledger ledger) {
        CaseInput input = file.input();
        ObjectNode report = Json.object();
        report.put("schemaVersion", SCHEMA);
        report.put("id", input.id());
        report.put("generatedAt", input.generatedAt().toString());
        report.set(
                "product",
                Json.object()
                        .put("name", input.product().name())
                        .put("version", input.product().version()));
        report.set("scope", scope(input.scope()));
        report.set(
                "sources",
                Json.array().addAll(input.sources().stream().map(SourceJson::of).toList()));
        report.set("completeness", completeness(input));
        report.set("links", PacketLinks.templates(file));
        report.set("detections", DetectionsJson.of(file));
        report.set("traffic", TrafficJson.of(file));
        patterns(report, file);
        report.set("intelligence", IntelligenceJson.of(file));
        report.set("assessment", AssessmentJson.of(file));
        ArrayNode gaps = report.putArray("gaps");
        file.gaps().forEach(g -> gaps.add(gap(g)));
        ArrayNode actions = report.putArray("actions");
        file.actions().forEach(a -> actions.add(action(a, file)));
        ArrayNode claims = report.putArray("claims");
        ledger.claims().forEach(c -> claims.add(claim(c)));
        ArrayNode sections = report.putArray("sections");
        document.sections().stream()
                .filter(s -> !s.id().equals(LedgerSection.ID))
                .forEach(s -> sections.add(section(s)));
        return report;
    }

    private static void patterns(ObjectNode report, CaseFile file) {
        ArrayNode patterns = report.putArray("patterns");
        file.cases().forEach(c -> patterns.add(PatternJson.of(c, file)));
        if (file.patterns().remainderPatterns() > 0) {
            report.set(
                    "patternsNotShown",
                    Json.object()
                            .put("patterns", file.patterns().remainderPatterns())
                            .put("alerts", file.patterns().remainderAlerts()));
        }
    }

    private static ObjectNode scope(ReportScope scope) {
        ObjectNode node = Json.object();
        if (scope.sinceNanos() != null) {
            node.put("since", Json.time(scope.sinceNanos(), 9));
        }
        if (scope.untilNanos() != null) {
            node.put("until", Json.time(scope.untilNanos(), 9));
        }
        node.put("minScore", scope.minScore());
        node.set(
                "hosts", Json.texts(scope.hosts().stream().map(Object::toString).toList()));
        node.set(
                "captures",
                Json.texts(scope.captures().stream().map(Object::toString).toList()));
        return node;
    }

    private static ObjectNode completeness(CaseInput input) {
        Completeness completeness = input.completeness();
        ObjectNode node = Json.object();
        node.put("drained", completeness.drained());
        node.put("whole", completeness.whole());
        node.set("byteLayers", Json.array().add("frame").add("ip").add("payload"));
        node.put("flowsPublished", completeness.flowsPublished());
        node.put("flowsStored", completeness.flowsStored());
        node.put("alertsInScope", Math.max(input.alertsTotal(), input.alerts().size()));
        node.put("alertsRead", input.alerts().size());
        node.set("missing", Json.texts(completeness.missing()));
        return node;
    }

    private static ObjectNode gap(Gap gap) {
        ObjectNode node = Json.object();
        node.put("id", gap.id());
        node.put("title", gap.title());
        node.put("state", gap.state().word());
        ArrayNode answers = node.putArray("answers");
        for (Gap.Answer answer : gap.answers()) {
            ObjectNode one = answers.addObject();
            one.put("pattern", answer.pattern());
            one.put("state", answer.state().word());
            one.put("reason", answer.reason().text());
            one.set("claims", Json.texts(answer.reason().claims()));
        }
        return node;
    }

    private static ObjectNode action(Action action, CaseFile file) {
        ObjectNode node = Json.object();
        node.put("phase", action.plan().phase().word());
        node.put("category", action.plan().category());
        node.put("priority", action.priority());
        node.put("title", action.title().text());
        node.put("description", action.description().text());
        node.put(
                "pattern", file.cases().get(action.pattern() - 1).pattern().id().toString());
        node.put("asset", action.asset().toString());
        node.put("rationale", action.rationale().text());
        node.put("risk", action.risk());
        node.put("effort", action.plan().effort().word());
        node.put("undo", action.undo().text());
        node.put("stopWhen", action.stopWhen().text());
        node.set(
                "claims",
                Json.texts(java.util.stream.Stream.of(action.title(), action.description(), action.rationale())
                        .flatMap(p -> p.claims().stream())
                        .distinct()
                        .toList()));
        Prose simulation = action.simulation();
        if (simulation != null) {
            node.set(
                    "simulation",
                    Json.object()
                            .put("text", simulation.text())
                            .<ObjectNode>set("claims", Json.texts(simulation.claims())));
        }
        return node;
    }

    private static ObjectNode claim(Claim claim) {
        ObjectNode node = Json.object();
        node.put("id", claim.id());
        Json.value(node, "value", claim);
        node.put("unit", claim.unit());
        node.put("text", claim.text());
        node.put("formula", claim.formula());
        node.put("grade", claim.grade().word());
        node.set("inputs", Json.texts(claim.inputs()));
        node.put("inputsTotal", claim.inputsTotal());
        return node;
    }

    private static ObjectNode section(Section section) {
        ObjectNode node = Json.object();
        node.put("id", section.id());
        node.put("title", section.title());
        ArrayNode statements = node.putArray("statements");
        for (Prose prose : Sentences.withoutCells(section)) {
            ObjectNode statement = statements.addObject();
            statement.put("text", prose.text());
            statement.set("claims", Json.texts(prose.claims()));
        }
        return node;
    }
}
