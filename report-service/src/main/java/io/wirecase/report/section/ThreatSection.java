package io.wirecase.report.section;

import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.SectionBuilder;
import io.wirecase.report.wording.VolumeWords;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.List;

/** The verdict on everything: rule and basis, what stays worrying or undecided, what would follow, where it ends. */
public final class ThreatSection implements SectionBuilder {

    /** Posterior odds below which two explanations are both still open. */
    private static final double EITHER = 3;

    private static final int MOST_NAMED = 3;

    @Override
    public Section build(CaseFile file) {
        List<Block> blocks = new ArrayList<>();
        if (file.cases().isEmpty()) {
            blocks.add(Write.paragraph(
                    file.facts().say("There is nothing to assess: {shown} alerts reach the minimum score.")));
        } else {
            blocks.add(overall(file));
            blocks.add(group("most-probable", "Most probable explanation", List.of(mostProbable(file))));
            blocks.add(group("basis", "Basis", basis(file)));
            blocks.add(comparison(file));
            List<Prose> undecided = undecided(file);
            if (!undecided.isEmpty()) {
                blocks.add(group("undecided", "What stays undecided", undecided));
            }
            blocks.add(group("residual-concerns", "Residual concerns", residual(file)));
            blocks.add(new Block.Group(
                    "impact", Write.words("Impact if the concerns are right"), List.of(Write.ordered(impact(file)))));
            blocks.add(group("typical", "What is typical of such traffic", typical(file)));
        }
        blocks.add(group("limits", "Limits of this assessment", limits(file)));
        return new Section("threat-assessment", "Threat assessment", blocks);
    }

    private static Block group(String anchor, String title, List<Prose> items) {
        return new Block.Group(anchor, Write.words(title), List.of(Write.items(items)));
    }

    private static Block overall(CaseFile file) {
        Facts facts = file.facts();
        return Write.paragraph(
                facts.say("Overall level: {level}, by rule: the gravest disposition of any pattern decides."),
                facts.say("Overall confidence: {overallConfidence}, the lowest among the patterns of that"
                        + " disposition."),
                facts.say("Threat score: {threat} on the scale of the gauge, the highest of any pattern: the"
                        + " share of its malicious"
                        + " explanations, kept within the band of its disposition."));
    }

    /** The likeliest explanation of the leading patterns in one sentence; there must be a pattern. */
    public static Prose mostProbable(CaseFile file) {
        Prose all = Write.words("");
        List<PatternCase> named = file.cases().stream().limit(MOST_NAMED).toList();
        for (PatternCase c : named) {
            String before = c.number() == 1 ? "" : c.number() == named.size() ? ", and " : ", ";
            String with = c.pattern().key().isBehaviour() ? "{host}" : "{host} and {entity}";
            all = Write.join(all, c.facts().say(before + "pattern {number} (" + with + ") is most probably {leader}"));
        }
        return Write.join(Write.words("As far as the data goes, "), all, Write.words("."));
    }

    private static Block comparison(CaseFile file) {
        List<List<Prose>> rows = new ArrayList<>();
        for (PatternCase c : file.cases()) {
            List<Prose> row = new ArrayList<>(
                    Write.cells(c.facts(), "number", "disposition", "risk", "benignShare", "maliciousShare", "class"));
            row.add(VolumeWords.direction(c));
            row.addAll(Write.cells(c.facts(), "failedShare"));
            rows.add(row);
        }
        return Write.table(
                Write.words("Patterns compared"),
                List.of(
                        "Pattern#",
                        "Taken for",
                        "Risk",
                        "Benign together#",
                        "Malicious together#",
                        "Timing",
                        "Payload",
                        "Failed#"),
                rows,
                null);
    }

    /** What the verdict rests on. */
    public static List<Prose> basis(CaseFile file) {
        List<Prose> said = new ArrayList<>();
        for (PatternCase c : file.cases()) {
            said.add(c.facts()
                    .say("Pattern {number}: {groups|group|groups} of evidence over {flows|flow|flows} of {host} with"
                            + " {entity}, odds of {odds} against the runner-up."));
        }
        return said;
    }

    /** Patterns whose leading explanations the data does not part, and open questions that would part them. */
    public static List<Prose> undecided(CaseFile file) {
        List<Prose> said = new ArrayList<>();
        for (PatternCase c : file.cases()) {
            if (c.facts().counts("odds") < EITHER || c.disposition() == Disposition.SUSPICIOUS) {
                said.add(c.facts()
                        .say("Pattern {number} could be either {leader} ({posterior}) or {runnerUp}"
                                + " ({runnerPosterior})."));
            }
        }
        return said;
    }

    /** What stays worrying, most of all about what is taken for benign. */
    public static List<Prose> residual(CaseFile file) {
        List<Prose> said = new ArrayList<>();
        for (PatternCase c : file.cases()) {
            Facts more = c.facts().more();
            Basis basis = Basis.inferred("likeliest explanation that would be malicious", List.of());
            more.put("worst", more.ledger().word(ThreatCatalog.worst(c).title(), basis));
            String cleartext = c.measured().http().requests() > 0
                    ? " What it says in clear text anybody on the way can read."
                    : "";
            said.add(
                    c.disposition() == Disposition.BENIGN
                            ? more.say("Pattern {number}: the malicious explanations together keep {maliciousShare},"
                                    + " {worst} foremost." + cleartext)
                            : more.say(
                                    "Pattern {number}: against {maliciousShare} for the malicious explanations, {worst}"
                                            + " foremost, the benign ones together keep {benignShare}." + cleartext));
        }
        return said;
    }

    /** What it would mean, for each pattern that is not taken for benign. */
    public static List<Prose> impact(CaseFile file) {
        List<Prose> said = new ArrayList<>();
        for (PatternCase c : file.cases()) {
            if (c.disposition() != Disposition.BENIGN) {
                ThreatCatalog.impact(c).stream()
                        .map(sentence -> Write.join(c.facts().say("Pattern {number}: "), sentence))
                        .forEach(said::add);
            }
        }
        if (said.isEmpty()) {
            said.add(
                    file.facts().say("None follows: {benign} of {patterns|pattern is|patterns are} taken for benign."));
        }
        return said;
    }

    /** How such traffic usually looks. */
    public static List<Prose> typical(CaseFile file) {
        return file.cases().stream().map(ThreatCatalog::typical).toList();
    }

    /** What the data cannot say. */
    public static List<Prose> limits(CaseFile file) {
        return Limits.of(file);
    }
}
