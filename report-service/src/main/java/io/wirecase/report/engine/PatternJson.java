package io.wirecase.report.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.hypothesis.Evidence;
import io.wirecase.report.hypothesis.Ranker;
import io.wirecase.report.measurement.Exchanges;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.measurement.Measurement;
import io.wirecase.report.measurement.Outcome;
import io.wirecase.report.measurement.Ports;
import io.wirecase.report.section.CaseFile;
import io.wirecase.report.section.PatternWords;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** One entry of the {@code patterns} member. */
final class PatternJson {

    private static final int MOST_PEERS = 100;

    private PatternJson() {}

    static ObjectNode of(PatternCase c, CaseFile file) {
        Measurement measured = c.measured();
        ObjectNode node = Json.object();
        node.put("id", c.pattern().id().toString());
        node.put("rank", c.number());
        node.put("title", PatternWords.title(c).text());
        node.put("summary", PatternWords.summary(c).text());
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
        node.put("entity", c.pattern().key().entity().text().raw());
        node.put("entityFrom", c.pattern().key().entity().kind().name().toLowerCase(Locale.ROOT));
        PatternWords.organization(c).ifPresent(name -> node.put("organization", name));
        node.put("behaviour", c.pattern().key().behaviour());
        node.set("codes", Json.texts(c.pattern().codes().keySet()));
        ObjectNode counts = node.putObject("counts");
        c.pattern().codes().forEach(counts::put);
        node.put("score", c.pattern().score());
        node.put("alerts", c.pattern().shown().size());
        node.put("flows", measured.flows().size());
        node.put("flowsTotal", measured.flowsTotal());
        ObjectNode protocols = node.putObject("protocols");
        measured.protocols().forEach(protocols::put);
        measurements(node, c);
        exchange(node, c);
        node.set("observations", Json.sentences(PatternWords.observations(c)));
        node.set("interpretations", Json.sentences(PatternWords.interpretations(c, file.cases())));
        node.set("subPatterns", subPatterns(measured));
        node.set("hypotheses", hypotheses(c));
        node.set("verdict", verdict(c));
        node.put("risk", c.risk().word());
        return node;
    }

    private static void measurements(ObjectNode node, PatternCase c) {
        Facts facts = c.facts();
        Measurement.Shape shape = c.measured().shape();
        if (shape != null) {
            node.set("ports", ports(shape.ports()));
            ObjectNode durations = node.putObject("durations");
            durations.put("class", shape.durations().type().name().toLowerCase(Locale.ROOT));
            Json.fact(durations, "median", facts, "durationMedian");
            Json.fact(durations, "max", facts, "durationMax");
        }
        node.set("timing", TimingJson.timing(c));
        TimingJson.bursts(c).ifPresent(b -> node.set("bursts", b));
        node.set("timeOfDay", TimingJson.timeOfDay(c));
        node.set("automation", TimingJson.automation(c));
        if (shape != null) {
            node.set("volume", VolumeJson.of(shape, facts));
        }
        ObjectNode outcomes = node.putObject("outcomes");
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome.name().toLowerCase(Locale.ROOT), c.measured().count(outcome));
        }
        if (c.pattern().key().isBehaviour()) {
            ObjectNode breadth = node.putObject("breadth");
            Json.fact(breadth, "pairs", facts, "targetPairs");
            Json.fact(breadth, "hosts", facts, "targetHosts");
            Json.fact(breadth, "ports", facts, "targetPorts");
            breadth.put("attempts", c.measured().flows().size());
            breadth.put("failed", c.measured().failed());
            if (!c.measured().flows().isEmpty()) {
                breadth.put(
                        "failedShare",
                        (double) c.measured().failed() / c.measured().flows().size());
            }
        }
    }

    private static ObjectNode ports(Ports ports) {
        ObjectNode node = Json.object();
        node.putObject("originator")
                .put("class", ports.type().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("distinct", ports.originatorDistinct())
                .put("n", ports.n());
        ObjectNode responder = node.putObject("responder");
        ports.responder().entrySet().stream()
                .sorted(Comparator.comparing(e -> -e.getValue()))
                .limit(MOST_PEERS)
                .forEach(e -> responder.put(e.getKey().toString(), e.getValue()));
        node.put("responderDistinct", ports.responder().size());
        return node;
    }

    private static void exchange(ObjectNode node, PatternCase c) {
        Exchanges exchanges = c.measured().exchanges();
        if (exchanges == null) {
            return;
        }
        ObjectNode exchange = node.putObject("exchange");
        exchange.put("service", exchanges.service());
        exchange.put("title", exchanges.title());
        exchange.put("compared", exchanges.compared());
        exchange.put("whole", exchanges.whole());
        exchange.put("broken", exchanges.breaks().size());
        if (!exchanges.breaks().isEmpty()) {
            Exchanges.Break first = exchanges.breaks().getFirst();
            ObjectNode broken = exchange.putObject("firstBroken");
            broken.put("ordinal", first.ordinal());
            Json.fact(broken, "time", c.facts(), "breakTime");
            broken.put("packet", first.flow().span().firstPacket());
            broken.put("flow", first.flow().id().toString());
            ArrayNode checks = broken.putArray("checks");
            first.checks().forEach(check -> {
                ObjectNode one = checks.addObject().put("id", check.id()).put("expected", check.expected());
                if (check.observed() != null && !check.observed().raw().isEmpty()) {
                    one.put("observed", check.observed().raw());
                }
            });
        }
    }

    private static ArrayNode subPatterns(Measurement measured) {
        ArrayNode array = Json.array();
        for (Outcome outcome : Outcome.values()) {
            int n = measured.count(outcome);
            if (n > 0) {
                array.addObject()
                        .put("outcome", outcome.name().toLowerCase(Locale.ROOT))
                        .put("flows", n);
            }
        }
        return array;
    }

    private static ArrayNode hypotheses(PatternCase c) {
        ArrayNode array = Json.array();
        for (Ranker.Ranked ranked : c.ranking().ranked()) {
            ObjectNode node = array.addObject();
            node.put("id", ranked.hypothesis().id());
            node.put("title", ranked.hypothesis().title());
            node.put("disposition", ranked.hypothesis().disposition().word());
            node.put("prior", ranked.hypothesis().prior());
            node.put("posterior", Math.round(ranked.posterior() * 100) / 100.0);
            node.set("for", claims(c.ranking().supporting(ranked.hypothesis())));
            node.set("against", claims(c.ranking().contradicting(ranked.hypothesis())));
            ArrayNode evidence = node.putArray("evidence");
            for (Evidence item : c.ranking().evidence()) {
                evidence.addObject()
                        .put("kind", item.kind().name().toLowerCase(Locale.ROOT))
                        .put("group", item.kind().group().word())
                        .put("llr", ranked.hypothesis().likelihood(item.kind()));
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

    private static ObjectNode verdict(PatternCase c) {
        ObjectNode node = Json.object();
        node.put("hypothesis", c.ranking().leader().hypothesis().id());
        node.put("title", c.ranking().leader().hypothesis().title());
        node.put("disposition", c.disposition().word());
        node.put("probability", Math.round(c.ranking().leader().posterior() * 100) / 100.0);
        node.put("likelihood", c.likelihood().word());
        node.put("confidence", c.confidence().word());
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
