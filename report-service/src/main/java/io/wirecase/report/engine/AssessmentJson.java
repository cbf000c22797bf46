package io.wirecase.report.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.assessment.Threat;
import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.section.ThreatSection;
import io.wirecase.report.wording.CaseFile;

/**
 * The {@code assessment} member: level, confidence, score on the gauge (1 to {@code scoreOf}) with its bands, and what
 * it rests on in sentences. Without patterns there is {@code notAssessed} with the reason instead of level, confidence,
 * score and {@code mostProbable}.
 */
final class AssessmentJson {

    private AssessmentJson() {}

    static ObjectNode of(CaseFile file) {
        ObjectNode node = Json.object();
        file.assessment()
                .level()
                .ifPresentOrElse(
                        level -> node.put("level", level.word()),
                        () -> node.put("notAssessed", "no alert reaches the minimum score"));
        file.assessment().confidence().ifPresent(c -> node.put("confidence", c.word()));
        if (file.facts().has("threat")) {
            Json.fact(node, "score", file.facts(), "threat");
            node.put("scoreOf", 100);
            bands(node.putArray("scoreBands"));
            node.put("scoreClaim", file.facts().get("threat").id());
        }
        node.put("rule", "the gravest disposition of any pattern, with the lowest confidence among those patterns");
        ObjectNode patterns = node.putObject("patterns");
        for (Disposition disposition : Disposition.values()) {
            patterns.put(disposition.word(), file.assessment().count(disposition));
        }
        if (!file.cases().isEmpty()) {
            node.put("mostProbable", ThreatSection.mostProbable(file).text());
        }
        node.set("undecided", Json.sentences(ThreatSection.undecided(file)));
        comparison(node.putArray("comparison"), file);
        node.set("basis", Json.sentences(ThreatSection.basis(file)));
        node.set("residualConcerns", Json.sentences(ThreatSection.residual(file)));
        node.set("impact", Json.sentences(ThreatSection.impact(file)));
        node.set("typical", Json.sentences(ThreatSection.typical(file)));
        node.set("limits", Json.sentences(ThreatSection.limits(file)));
        return node;
    }

    /** The parts of the gauge: the dispositions, from their first score to their last. */
    private static void bands(ArrayNode bands) {
        band(bands, Disposition.BENIGN, 1, Threat.SUSPICIOUS_FROM - 1);
        band(bands, Disposition.SUSPICIOUS, Threat.SUSPICIOUS_FROM, Threat.MALICIOUS_FROM - 1);
        band(bands, Disposition.MALICIOUS, Threat.MALICIOUS_FROM, 99);
    }

    private static void band(ArrayNode bands, Disposition disposition, int from, int to) {
        bands.addObject().put("word", disposition.word()).put("from", from).put("to", to);
    }

    /** The patterns side by side, gravest first. */
    private static void comparison(ArrayNode rows, CaseFile file) {
        for (PatternCase c : file.cases()) {
            rows.addObject()
                    .put("pattern", c.pattern().id().toString())
                    .put("rank", c.number())
                    .put("hypothesis", c.ranking().leader().hypothesis().id())
                    .put("disposition", c.disposition().word())
                    .put("likelihood", c.likelihood().word())
                    .put("confidence", c.confidence().word())
                    .put("risk", c.risk().word())
                    .put("timing", c.measured().timing().type().code())
                    .put("alerts", c.pattern().shown().size());
        }
    }
}
