package io.wirecase.report.assessment;

import io.wirecase.report.hypothesis.Disposition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The verdict on everything: the gravest disposition of any pattern, with the lowest confidence among the patterns of
 * that disposition. Without patterns there is nothing to assess.
 *
 * @param cases the patterns, gravest first
 */
public record CaseAssessment(List<PatternCase> cases) {

    /** Keeps its own copy of the list. */
    public CaseAssessment {
        cases = List.copyOf(cases);
    }

    /** The gravest disposition, empty without patterns. */
    public Optional<Disposition> level() {
        return cases.stream().map(PatternCase::disposition).max(Comparator.naturalOrder());
    }

    /** The patterns of the gravest disposition. */
    public List<PatternCase> deciding() {
        return level().map(level ->
                        cases.stream().filter(c -> c.disposition() == level).toList())
                .orElse(List.of());
    }

    /** The lowest confidence among them, empty without patterns. */
    public Optional<Confidence> confidence() {
        return deciding().stream().map(PatternCase::confidence).min(Comparator.naturalOrder());
    }

    /** How many patterns have a disposition. */
    public long count(Disposition disposition) {
        return cases.stream().filter(c -> c.disposition() == disposition).count();
    }
}
