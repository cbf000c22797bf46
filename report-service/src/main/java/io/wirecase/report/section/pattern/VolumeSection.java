package io.wirecase.report.section.pattern;

import io.wirecase.core.intel.ExchangeMatch;
import io.wirecase.core.measure.Symmetry;
import io.wirecase.core.measure.Volume;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.measurement.Exchanges;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.measurement.Measurement;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.PatternWords;
import io.wirecase.report.wording.Quantities;
import io.wirecase.report.wording.SectionBuilder;
import io.wirecase.report.wording.VolumeWords;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How much was sent, each way and at each layer, and which way more. */
final class VolumeSection implements SectionBuilder {

    private static final List<String> COLUMNS = List.of(
            "Direction",
            "Layer",
            "Least#",
            "Median#",
            "Most#",
            "Total#",
            "Most frequent#",
            "Flows with it#",
            "Consistency#");

    @Override
    public Section build(CaseFile file) {
        List<Block> blocks = new ArrayList<>();
        if (file.cases().isEmpty()) {
            blocks.add(Write.paragraph(file.facts().say("No pattern, so no volume to compare ({patterns} patterns).")));
        }
        VolumeChart.of(file).ifPresent(blocks::add);
        for (PatternCase c : file.cases()) {
            Measurement.Shape shape = c.measured().shape();
            List<Block> inner = shape == null
                    ? List.of(Write.items(List.of(c.facts()
                            .say("Volume is not measurable: {flows} flows of pattern {number} are" + " stored."))))
                    : List.of(table(c.facts()), Write.items(sentences(c, shape)));
            blocks.add(new Block.Group("volume-" + c.number(), PatternWords.title(c), inner));
        }
        return new Section("volume", "Volume and symmetry", blocks);
    }

    private static Block table(Facts facts) {
        List<List<Prose>> rows = new ArrayList<>();
        for (String direction : List.of("up", "down")) {
            for (String layer : List.of("Frame", "Ip", "Payload")) {
                String name = direction + layer;
                List<Prose> row = new ArrayList<>();
                row.add(Write.words(direction.equals("up") ? "client to server" : "server to client"));
                row.add(Write.words(layer.equals("Ip") ? "IP" : layer.toLowerCase(java.util.Locale.ROOT)));
                row.addAll(Write.cells(
                        facts,
                        name + "Min",
                        name + "Median",
                        name + "Max",
                        name + "Total",
                        name + "Mode",
                        name + "ModeFlows",
                        name + "Consistency"));
                rows.add(row);
            }
        }
        return Write.table(facts.say("Bytes a flow, over {flows|flow|flows}"), COLUMNS, rows, null);
    }

    private static List<Prose> sentences(PatternCase c, Measurement.Shape shape) {
        Facts facts = c.facts();
        List<Prose> said = new ArrayList<>();
        said.add(facts.say("At the IP layer a flow sent " + range(facts, "up") + " client to server and "
                + range(facts, "down") + " server to client."));
        if (facts.covers("{answeredUp} {answeredDown}") && shape.parts().size() > 1) {
            said.add(facts.say("The {answered|flow that was|flows that were} answered carried {answeredUp} of"
                    + " payload client"
                    + " to server and {answeredDown} server to client; sub-patterns list the others."));
        }
        said.add(consistency(facts));
        said.add(totals(c, facts, shape));
        expected(c).ifPresent(said::add);
        return said;
    }

    private static String range(Facts facts, String direction) {
        String name = direction + "Ip";
        return facts.counts(name + "Min") == facts.counts(name + "Max")
                ? "{" + name + "Mode} each time"
                : "{" + name + "Min} to {" + name + "Max}, most often {" + name + "Mode} ({" + name
                        + "ModeFlows} of {flows|flow|flows}),";
    }

    private static Prose consistency(Facts facts) {
        if (!facts.has("upIpConsistency") || !facts.has("upIpBand")) {
            return facts.say("Consistency is not measurable from {flows|flow|flows}.");
        }
        Facts more = facts.more();
        Basis basis = Basis.inferred("formula of the consistency", List.of());
        more.put("formula", more.ledger().word(Volume.CONSISTENCY_FORMULA, basis));
        return more.say("Consistency at the IP layer is {upIpConsistency} ({upIpBand}) client to server and"
                + " {downIpConsistency} ({downIpBand}) server to client, by {formula}; within {tolerance} of the median"
                + " lie {upIpAlike} and {downIpAlike} of {flows|flow|flows}.");
    }

    private static Prose totals(PatternCase c, Facts facts, Measurement.Shape shape) {
        Symmetry.Shape word = shape.volumes().symmetry().shape();
        if (word == null) {
            return facts.say("Symmetry is not measurable: no payload in {flows|flow|flows}.");
        }
        Facts more = facts.more();
        Ledger ledger = more.ledger();
        Basis basis = Basis.measured(
                "payload totals, rounded", List.of("claim:" + facts.get("flows").id()));
        long up = shape.volumes().originator().payload().volume().total();
        long down = shape.volumes().responder().payload().volume().total();
        more.put("up", Quantities.bytes(ledger, up, basis));
        more.put("down", Quantities.bytes(ledger, down, basis));
        String larger = up > down ? "client to server" : "server to client";
        String ratio = more.has("ratio") && up != down ? ", {ratio} times as much " + larger : "";
        String sum = "Of payload {up} went client to server and {down} server to client" + ratio
                + " (symmetry {symmetry}): ";
        return more.say(sum + VolumeWords.word(word) + ".");
    }

    /** What the recognised exchange should look like, beside what was seen: odd is only what is odd for it. */
    private static Optional<Prose> expected(PatternCase c) {
        Exchanges exchanges = c.measured().exchanges();
        if (exchanges == null) {
            return Optional.empty();
        }
        Facts more = c.facts().more();
        c.pattern().alerts().stream()
                .map(a -> a.exchange())
                .filter(Objects::nonNull)
                .filter(m -> m.service().equals(exchanges.service()) && m.whole())
                .findFirst()
                .ifPresent(match -> match.checks().forEach(check -> put(more, exchanges, check)));
        String template = "Expected of {service}: request {requesthead}, its body {requestbody}; reply head"
                + " {replyhead},"
                + " reply body {replybody}. {whole} of {compared} exchanges are so; {upPayloadMode} and"
                + " {downPayloadMode} of payload are the most frequent.";
        return more.covers(template) ? Optional.of(more.say(template)) : Optional.empty();
    }

    private static void put(Facts facts, Exchanges exchanges, ExchangeMatch.Check check) {
        String data =
                "data:" + exchanges.source().name() + "@" + exchanges.source().version();
        Basis basis = Basis.lookedUp("what the model expects of " + check.id(), List.of(data));
        facts.put(check.id().replace("-", ""), facts.ledger().word(check.expected(), basis));
    }
}
