package io.wirecase.report.section;

import io.wirecase.report.action.Action;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.SectionBuilder;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.List;

/** What to do, by phase. */
final class ActionSection implements SectionBuilder {

    @Override
    public Section build(CaseFile file) {
        List<Block> blocks = new ArrayList<>();
        if (file.actions().isEmpty()) {
            blocks.add(Write.paragraph(file.facts()
                    .say("No action: none of {patterns} patterns is about a host of your own that asks for one.")));
        }
        if (!file.actions().isEmpty()) {
            blocks.add(Write.paragraph(Write.words("Priority follows from the risk of the pattern and the effort of the"
                    + " action; look before anything is changed, and change nothing at somebody else's address.")));
        }
        for (Action.Phase phase : Action.Phase.values()) {
            List<List<Prose>> rows = file.actions().stream()
                    .filter(a -> a.plan().phase() == phase)
                    .map(a -> row(file.facts(), a))
                    .toList();
            if (!rows.isEmpty()) {
                blocks.add(Write.table(
                        Write.words("Phase: " + phase.word()),
                        List.of("Priority#", "Where", "Do", "Why", "Undo, and until when"),
                        rows,
                        null));
            }
        }
        return new Section("actions", "Recommended actions", blocks);
    }

    private static List<Prose> row(Facts facts, Action action) {
        Facts more = facts.more();
        Basis basis = Basis.inferred("risk of the pattern and effort of the action", List.of());
        more.put("priority", more.ledger().count(action.priority(), "", basis));
        Basis rank = Basis.inferred("the pattern it is for", List.of());
        more.put("pattern", more.ledger().count(action.pattern(), "", rank));
        more.put("asset", more.ledger().address(action.asset(), Basis.inferred("a host of the reader's", List.of())));
        more.put("risk", more.ledger().word(action.risk(), Basis.inferred("risk of the pattern", List.of())));
        Basis work = Basis.inferred("effort of the action", List.of());
        more.put("effort", more.ledger().word(action.plan().effort().word(), work));
        Prose simulation = action.simulation();
        Prose why =
                simulation == null ? action.rationale() : Write.join(action.rationale(), Write.words(" "), simulation);
        return List.of(
                more.say("{priority}"),
                more.say("{asset}, pattern {pattern}; risk {risk}, effort {effort}"),
                Write.join(action.title(), Write.words(". "), action.description()),
                why,
                Write.join(action.undo(), Write.words(" Until: "), action.stopWhen()));
    }
}
