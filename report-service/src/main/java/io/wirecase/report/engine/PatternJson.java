package io.wirecase.report.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.measurement.Measurement;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.PatternWords;
import java.util.Locale;

/**
 * One entry of the {@code patterns} member. Every pattern has every member but {@code organization} (present when one
 * organisation announces all other ends), {@code breadth} (of behaviours) and {@code exchange} (when a known exchange
 * was near); what could not be measured is an object with {@code notMeasurable} and the reason.
 */
final class PatternJson {

    private static final int MOST_PEERS = 100;

    private PatternJson() {}

    static ObjectNode of(PatternCase c, CaseFile file) {
        ObjectNode node = Json.object();
        node.put("id", c.pattern().id().toString());
        node.put("rank", c.number());
        node.put("title", PatternWords.title(c).text());
        node.put("summary", PatternWords.summary(c).text());
        who(node, c);
        Measurement measured = c.measured();
        node.put("behaviour", c.pattern().key().behaviour());
        node.set("codes", Json.texts(c.pattern().codes().keySet()));
        ObjectNode counts = node.putObject("counts");
        c.pattern().codes().forEach(counts::put);
        node.put("score", c.pattern().score());
        node.put("alerts", c.pattern().shown().size());
        node.put("flows", measured.flows().size());
        node.put("flowsTotal", measured.flowsTotal());
        node.set("evidence", PacketLinks.evidence(measured.flows()));
        ObjectNode protocols = node.putObject("protocols");
        measured.protocols().forEach(protocols::put);
        MeasurementJson.put(node, c);
        ExchangeJson.put(node, c);
        node.set("observations", Json.sentences(PatternWords.observations(c)));
        node.set("interpretations", Json.sentences(PatternWords.interpretations(c, file.cases())));
        node.set("joins", JoinsJson.of(c, file.assessment()));
        node.set("hypotheses", HypothesisJson.all(c));
        node.set("verdict", HypothesisJson.verdict(c));
        node.put("risk", c.risk().word());
        return node;
    }

    private static void who(ObjectNode node, PatternCase c) {
        node.put("site", c.pattern().key().site());
        node.set("hosts", Json.array().add(c.pattern().key().host().toString()));
        node.put("hostIs", c.pattern().key().role().name().toLowerCase(Locale.ROOT));
        node.set(
                "peers",
                Json.texts(c.pattern().peers().stream()
                        .limit(MOST_PEERS)
                        .map(Object::toString)
                        .toList()));
        node.put("peersTotal", c.pattern().peers().size());
        node.put("entity", c.pattern().otherEnd().text().raw());
        node.put("entityFrom", c.pattern().otherEnd().kind().name().toLowerCase(Locale.ROOT));
        PatternWords.organization(c).ifPresent(name -> node.put("organization", name));
    }
}
