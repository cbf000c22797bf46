package io.wirecase.report.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.core.intel.NetworkOwner;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.hypothesis.Ranker;
import io.wirecase.report.measurement.Exchanges;
import io.wirecase.report.pattern.Entity;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.Owners;
import io.wirecase.report.wording.PatternWords;
import java.util.List;
import java.util.Objects;

/**
 * The {@code intelligence} member: one entry for each organisation that announces other ends of patterns. What no
 * shipped, dated data file says is absent, and {@code notKnown} lists each such member with the reason.
 */
final class IntelligenceJson {

    private static final int MOST = 100;
    private static final int MOST_EXPLANATIONS = 4;

    private IntelligenceJson() {}

    static ArrayNode of(CaseFile file) {
        ArrayNode array = Json.array();
        Owners.of(file.cases()).forEach(owner -> array.add(owner(owner)));
        return array;
    }

    private static ObjectNode owner(Owners.Owner owner) {
        NetworkOwner data = owner.first();
        PatternCase gravest = owner.gravest();
        ObjectNode node = Json.object();
        node.put("organization", owner.name());
        if (data.asn() != null) {
            node.put("asn", data.asn());
        }
        if (data.country() != null) {
            node.put("country", data.country());
        }
        node.putObject("source")
                .put("name", data.source().name())
                .put("version", data.source().version())
                .put("asOf", data.source().asOf());
        node.set("notKnown", notKnown(data));
        node.set("prefixes", Json.texts(owner.prefixes()));
        node.set(
                "addresses",
                Json.texts(owner.addresses().keySet().stream()
                        .limit(MOST)
                        .map(Object::toString)
                        .toList()));
        node.put("addressesTotal", owner.addresses().size());
        asked(node, owner);
        verdict(node, gravest);
        return node;
    }

    /** What a reader may expect here and no data file says; a model's memory is no source. */
    private static ArrayNode notKnown(NetworkOwner data) {
        ArrayNode array = Json.array();
        String reason = "the data file " + data.source().name() + " does not list it";
        if (data.asn() == null) {
            array.addObject().put("member", "asn").put("reason", reason);
        }
        if (data.country() == null) {
            array.addObject().put("member", "country").put("reason", reason);
        }
        for (String member : List.of("asnName", "asnRegistered", "profile")) {
            array.addObject().put("member", member).put("reason", reason);
        }
        return array;
    }

    private static void asked(ObjectNode node, Owners.Owner owner) {
        node.set(
                "names",
                Json.texts(owner.cases().stream()
                        .map(c -> c.pattern().key().entity())
                        .filter(e -> e.kind() == Entity.Kind.NAME)
                        .map(e -> e.text().raw())
                        .distinct()
                        .toList()));
        node.set(
                "services",
                Json.texts(owner.cases().stream()
                        .map(c -> c.measured().exchanges())
                        .filter(Objects::nonNull)
                        .map(Exchanges::title)
                        .distinct()
                        .toList()));
    }

    private static void verdict(ObjectNode node, PatternCase gravest) {
        node.put("communication", PatternWords.summary(gravest).text());
        ObjectNode assessment = node.putObject("assessment");
        assessment.put("level", gravest.disposition().word());
        assessment.put("confidence", gravest.confidence().word());
        assessment.set("claims", Json.texts(PatternWords.summary(gravest).claims()));
        ArrayNode explanations = node.putArray("explanations");
        for (Ranker.Ranked ranked : gravest.ranking().ranked().subList(0, MOST_EXPLANATIONS)) {
            explanations
                    .addObject()
                    .put("title", ranked.hypothesis().title())
                    .put(
                            "likelihood",
                            io.wirecase.report.assessment.Likelihood.of(ranked.posterior())
                                    .word());
        }
        node.put("recommendation", PatternWords.recommendation(gravest).text());
    }
}
