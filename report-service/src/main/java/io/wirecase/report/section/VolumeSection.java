package io.wirecase.report.section;

import io.wirecase.core.measure.Symmetry;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.measurement.Measurement;
import java.util.ArrayList;
import java.util.List;

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
        for (PatternCase c : file.cases()) {
            Measurement.Shape shape = c.measured().shape();
            List<Block> inner = shape == null
                    ? List.of(Write.items(List.of(c.facts()
                            .say("Volume is not measurable: {flows} flows of pattern {number} are" + " stored."))))
                    : List.of(table(c.facts()), Write.items(sentences(c, shape)));
            blocks.add(new Block.Group("volume-" + c.number(), PatternSection.title(c), inner));
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
        return Write.table(facts.say("Bytes a flow, over {flows} flows"), COLUMNS, rows, null);
    }

    private static List<Prose> sentences(PatternCase c, Measurement.Shape shape) {
        Facts facts = c.facts();
        List<Prose> said = new ArrayList<>();
        said.add(facts.say(
                "Client to server, at the IP layer, {upIpModeFlows} of {flows} flows have {upIpMode}, the range is"
                        + " {upIpMin} to {upIpMax}; server to client {downIpModeFlows} have"
                        + " {downIpMode}, the range is {downIpMin} to"
                        + " {downIpMax}."));
        if (!facts.has("upIpConsistency")) {
            said.add(facts.say("Consistency is not measurable from {flows} flows."));
        } else {
            said.add(facts.say(
                    "Within {tolerance} of the median are {upIpAlike} flows client to server and {downIpAlike} server"
                            + " to client, of {flows}, at the IP layer."));
        }
        Symmetry.Shape word = shape.volumes().symmetry().shape();
        if (word == null) {
            said.add(facts.say("Symmetry is not measurable: no payload in {flows} flows."));
            return said;
        }
        String sum =
                "{upPayloadTotal} of payload were sent client to server, {downPayloadTotal} server to client (symmetry"
                        + " {symmetry}): ";
        said.add(facts.say(sum
                + switch (word) {
                    case UPLOAD -> "an upload.";
                    case DOWNLOAD -> "a download.";
                    case BALANCED -> "balanced.";
                    case MIXED -> "neither balanced nor one-sided.";
                }));
        return said;
    }
}
