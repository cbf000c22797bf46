package io.wirecase.report.section.pattern;

import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.NoneOfThese;
import io.wirecase.report.hypothesis.Ranker.Ranked;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.wording.Explained;
import io.wirecase.report.wording.Interpretations;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.List;

/**
 * The case against the leading explanation, argued on purpose: the strongest explanations of the other disposition,
 * with what speaks for each and what stands in its way.
 */
final class OtherSide {

    private static final int ARGUED = 3;

    private OtherSide() {}

    /** One block with the alternatives as sub-groups. */
    static Block of(PatternCase c) {
        boolean benign = c.ranking().leader().hypothesis().disposition() == Disposition.BENIGN;
        List<Block> argued = new ArrayList<>();
        String anchor = "other-side-" + c.number();
        for (Ranked ranked : c.ranking().ranked()) {
            boolean other = (ranked.hypothesis().disposition() == Disposition.BENIGN) != benign
                    && !ranked.hypothesis().id().equals(NoneOfThese.ID);
            if (other && argued.size() < ARGUED) {
                Facts facts = Explained.facts(c, ranked);
                argued.add(new Block.Group(
                        anchor + "-" + (argued.size() + 1),
                        facts.say("If it were {explanation} ({share})"),
                        List.of(Write.items(Interpretations.points(c, ranked.hypothesis())))));
            }
        }
        argued.add(Write.items(List.of(caveat(c))));
        return new Block.Group(
                anchor,
                Write.words(benign ? "The case against it being harmless" : "The case for it being" + " harmless"),
                argued);
    }

    private static Prose caveat(PatternCase c) {
        return c.facts()
                .say("No explanation of pattern {number} says which process on {host} it is, or whether it is"
                        + " wanted: the"
                        + " information gaps list what would.");
    }
}
