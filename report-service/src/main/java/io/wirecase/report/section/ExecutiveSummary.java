package io.wirecase.report.section;

import io.wirecase.report.action.Action;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.gap.Gap;
import io.wirecase.report.measurement.Facts;
import java.util.ArrayList;
import java.util.List;

/** What a reader must know if they read nothing else. */
final class ExecutiveSummary implements SectionBuilder {

    private static final int NEXT_STEPS = 3;

    @Override
    public Section build(CaseFile file) {
        List<Block> blocks = new ArrayList<>();
        Facts facts = file.facts();
        List<Prose> scope = new ArrayList<>();
        scope.add(facts.say(
                "Captures in scope: {sources}; read: {read}, with {packets} packets and {storedFlows} flows."));
        if (facts.has("first")) {
            scope.add(facts.say("Their packets span {first} to {last}."));
        }
        scope.add(
                facts.say("Alerts: {total}; of the minimum score {minScore} or more: {shown}, in patterns: {patterns};"
                        + " below it, counted and not shown: {notShown}."));
        if (file.patterns().remainderPatterns() > 0) {
            scope.add(facts.say(
                    "{remainderAlerts} alerts are in {remainderPatterns} patterns beyond the most that are shown."));
        }
        blocks.add(new Block.Paragraph(scope));
        if (file.cases().isEmpty()) {
            blocks.add(Write.paragraph(facts.say("No alert reaches the minimum score, so there is nothing to explain;"
                    + " no scan was found among them.")));
            return new Section("executive-summary", "Executive summary", blocks);
        }
        blocks.add(overall(file));
        blocks.add(
                Write.ordered(file.cases().stream().map(PatternWords::summary).toList()));
        blocks.add(Write.items(nextSteps(file)));
        return new Section("executive-summary", "Executive summary", blocks);
    }

    static Block overall(CaseFile file) {
        Facts facts = file.facts();
        List<Prose> reasons = file.assessment().deciding().stream()
                .limit(3)
                .map(c -> c.facts().say("Pattern {number} is taken for {disposition}: {leader} ({posterior})."))
                .toList();
        return new Block.Verdict(
                facts.say("All patterns together"),
                file.assessment().level().orElseThrow().word(),
                facts.say("Patterns taken for malicious: {malicious}, suspicious: {suspicious}, benign:"
                        + " {benign}. The gravest"
                        + " decides: {level}."),
                facts.say("Confidence in this: {overallConfidence}."),
                reasons);
    }

    private static List<Prose> nextSteps(CaseFile file) {
        List<Prose> steps = new ArrayList<>();
        file.actions().stream().limit(NEXT_STEPS).map(Action::title).forEach(steps::add);
        Facts more = file.facts().more();
        long open =
                file.gaps().stream().filter(g -> g.state() != Gap.State.CLOSED).count();
        Basis basis = Basis.inferred("gaps that are open or partly closed for some pattern", List.of());
        more.put("openGaps", more.ledger().count(open, "", basis));
        more.put("gaps", more.ledger().count(file.gaps().size(), "", Basis.inferred("gaps asked about", List.of())));
        steps.add(more.say(
                "{openGaps} of {gaps} questions stay open or partly open; each is listed with what is missing."));
        return steps;
    }
}
