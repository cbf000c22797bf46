package io.wirecase.report.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.hypothesis.Evidence;
import io.wirecase.report.hypothesis.Ranker;
import io.wirecase.report.wording.PatternWords;
import java.util.List;
import java.util.Locale;

/**
 * A pattern's {@code hypotheses} (every explanation of the catalog, likeliest first, posteriors and priors as shares
 * of 1, log-likelihood ratios as natural logarithms) and its {@code verdict}.
 */
final class HypothesisJson {

    private HypothesisJson() {}

    static ArrayNode all(PatternCase c) {
        ArrayNode array = Json.array();
        for (Ranker.Ranked ranked : c.ranking().ranked()) {
            ObjectNode node = array.addObject();
            node.put("id", ranked.hypothesis().id());
            node.put("title", ranked.hypothesis().title());
            node.put("disposition", ranked.hypothesis().disposition().word());
            node.put("prior", ranked.hypothesis().prior());
            node.put("priorReason", ranked.hypothesis().priorReason());
            node.put("posterior", Math.round(ranked.posterior() * 100) / 100.0);
            node.set("for", claims(c.ranking().supporting(ranked.hypothesis())));
            node.set("against", claims(c.ranking().contradicting(ranked.hypothesis())));
            ArrayNode evidence = node.putArray("evidence");
            for (Evidence item : c.ranking().evidence()) {
                ObjectNode one = evidence.addObject()
                        .put("kind", item.kind().name().toLowerCase(Locale.ROOT))
                        .put("group", item.kind().group().word())
                        .put("llr", ranked.hypothesis().likelihood(item.kind()));
                ranked.hypothesis().reason(item.kind()).ifPresent(reason -> one.put("reason", reason));
            }
        }
        return array;
    }

    private static ArrayNode claims(List<Evidence> evidence) {
        return Json.texts(evidence.stream()
                .flatMap(e -> e.statement().claims().stream())
                .distinct()
                .toList());
    }

    static ObjectNode verdict(PatternCase c) {
        ObjectNode node = Json.object();
        node.put("hypothesis", c.ranking().leader().hypothesis().id());
        node.put("title", c.ranking().leader().hypothesis().title());
        node.put("disposition", c.disposition().word());
        node.put("probability", Math.round(c.ranking().leader().posterior() * 100) / 100.0);
        node.put("likelihood", c.likelihood().word());
        node.put("confidence", c.confidence().word());
        Json.fact(node, "threatScore", c.facts(), "threat");
        node.put("runnerUp", c.ranking().runnerUp().hypothesis().id());
        node.set(
                "separatedBy",
                Json.texts(c.ranking().separating().stream()
                        .map(e -> e.kind().name().toLowerCase(Locale.ROOT))
                        .toList()));
        node.set("why", Json.sentences(PatternWords.reasons(c)));
        node.set("wouldChange", Json.sentences(PatternWords.changes(c)));
        return node;
    }
}
