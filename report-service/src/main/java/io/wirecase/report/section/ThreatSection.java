package io.wirecase.report.section;

import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.measurement.Facts;
import java.util.ArrayList;
import java.util.List;

/** The verdict on everything, what it rests on, what stays worrying and where it ends. */
public final class ThreatSection implements SectionBuilder {

    @Override
    public Section build(CaseFile file) {
        List<Block> blocks = new ArrayList<>();
        if (file.cases().isEmpty()) {
            blocks.add(Write.paragraph(
                    file.facts().say("There is nothing to assess: {shown} alerts reach the minimum score.")));
        } else {
            blocks.add(ExecutiveSummary.overall(file));
            blocks.add(risks(file));
            blocks.add(group("basis", "Basis", basis(file)));
            blocks.add(group("residual-concerns", "Residual concerns", residual(file)));
            blocks.add(group("impact", "Impact if the concerns are right", impact(file)));
            blocks.add(group("typical", "What is typical of such traffic", typical(file)));
        }
        blocks.add(group("limits", "Limits of this assessment", limits(file)));
        return new Section("threat-assessment", "Threat assessment", blocks);
    }

    private static Block group(String anchor, String title, List<Prose> items) {
        return new Block.Group(anchor, Write.words(title), List.of(Write.items(items)));
    }

    private static Block risks(CaseFile file) {
        List<List<Prose>> rows = file.cases().stream()
                .map(c -> Write.cells(
                        c.facts(), "number", "disposition", "risk", "benignShare", "maliciousShare", "leader"))
                .toList();
        return Write.table(
                Write.words("Risk by pattern"),
                List.of("Pattern#", "Disposition", "Risk", "Benign together#", "Malicious together#", "Likeliest"),
                rows,
                null);
    }

    /** What the verdict rests on. */
    public static List<Prose> basis(CaseFile file) {
        List<Prose> said = new ArrayList<>();
        for (PatternCase c : file.cases()) {
            said.add(c.facts()
                    .say("Pattern {number}: {groups} groups of evidence over {flows} flows, odds of {odds} against the"
                            + " runner-up."));
        }
        return said;
    }

    /** What stays worrying, most of all about what is taken for benign. */
    public static List<Prose> residual(CaseFile file) {
        List<Prose> said = new ArrayList<>();
        for (PatternCase c : file.cases()) {
            said.add(
                    c.disposition() == Disposition.BENIGN
                            ? c.facts()
                                    .say("Pattern {number}: the malicious explanations together keep"
                                            + " {maliciousShare}; the traffic"
                                            + " still tells observers of {host} what it is.")
                            : c.facts()
                                    .say("Pattern {number}: the benign explanations together keep"
                                            + " {benignShare}, the malicious"
                                            + " {maliciousShare}."));
        }
        return said;
    }

    /** What it would mean. */
    public static List<Prose> impact(CaseFile file) {
        List<Prose> said = new ArrayList<>();
        for (PatternCase c : file.cases()) {
            if (c.disposition() == Disposition.BENIGN) {
                continue;
            }
            said.add(c.facts()
                    .say("If pattern {number} is malicious, {host} is used by somebody else,"
                            + " and what it can reach is at risk."));
        }
        if (said.isEmpty()) {
            said.add(file.facts().say("None follows: {benign} of {patterns} patterns are taken for benign."));
        }
        return said;
    }

    /** How such traffic usually looks. */
    public static List<Prose> typical(CaseFile file) {
        List<Prose> said = new ArrayList<>();
        for (PatternCase c : file.cases()) {
            Facts facts = c.facts();
            said.add(
                    facts.has("service") && c.disposition() == Disposition.BENIGN
                            ? facts.say("Pattern {number}: {service} is made at a fixed interval over plain"
                                    + " HTTP, since a portal could"
                                    + " not answer anything else; a missing User-Agent, small"
                                    + " size and symmetry are part of it.")
                            : facts.say("Pattern {number}: {leader} is what the evidence fits best; compare"
                                    + " its rows in the matrix."));
        }
        return said;
    }

    /** What the data cannot say. */
    public static List<Prose> limits(CaseFile file) {
        Facts facts = file.facts();
        List<Prose> said = new ArrayList<>();
        said.add(Write.words("Start values and likelihood ratios are judgement, not calibrated frequencies."));
        said.add(Write.words("Who owns an address moves no verdict; payload that is encrypted was not read."));
        said.add(
                file.input().completeness().whole()
                        ? facts.say("The store holds all {stored} flow records that the captures published.")
                        : facts.say("The store holds {stored} of {published} flow records that the captures"
                                + " published: the report"
                                + " is not complete."));
        if (facts.counts("undecodable") + facts.counts("truncated") + facts.counts("evicted") > 0) {
            said.add(facts.say(
                    "Of {packets} packets {undecodable} were not decoded and {truncated} are cut; {evicted} flows were"
                            + " pushed out of a full table: what they held is not in this report."));
        }
        if (facts.counts("oneSided") + facts.counts("incomplete") > 0) {
            said.add(facts.say("Of {connections} connections {oneSided} hold the packets of either end alone and"
                    + " {incomplete} lack packets that were acknowledged: sums, outcomes and ratios of these are too"
                    + " low or missing."));
        }
        if (facts.counts("stepsBack") > 0) {
            said.add(facts.say("The recording clock ran backwards before {stepsBack} packets: durations and intervals"
                    + " across such a step are not to be relied on."));
        }
        if (file.input().sources().stream().anyMatch(s -> s.failure() != null)) {
            said.add(facts.say(
                    "Of {sources} captures {read} could be read; what the others hold is not in this report."));
        }
        if (file.input().alertsTotal() > file.input().alerts().size()) {
            said.add(facts.say("Of {total} alerts those with the lowest scores were not read."));
        }
        return said;
    }
}
