package io.wirecase.report.wording;

import io.wirecase.core.wire.Accounts;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.report.action.Action;
import io.wirecase.report.assessment.CaseAssessment;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.gap.Gap;
import io.wirecase.report.input.CaseInput;
import io.wirecase.report.input.FlowTotals;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.pattern.Patterns;
import io.wirecase.report.tally.Tally;
import java.util.List;
import java.util.UUID;

/**
 * A finished case before it is put into words.
 *
 * @param input what it was built from
 * @param patterns every alert, placed
 * @param tally counts over the alerts
 * @param totals totals over all flows in scope
 * @param assessment the verdicts
 * @param gaps what is not known
 * @param actions what to do
 * @param facts claims on the report as a whole, by name
 */
public record CaseFile(
        CaseInput input,
        Patterns patterns,
        Tally tally,
        FlowTotals totals,
        CaseAssessment assessment,
        List<Gap> gaps,
        List<Action> actions,
        Facts facts) {

    private static final int MICROSECONDS = 6;

    /** Keeps its own copies of the lists. */
    public CaseFile {
        gaps = List.copyOf(gaps);
        actions = List.copyOf(actions);
    }

    /** The patterns, gravest first. */
    public List<PatternCase> cases() {
        return assessment.cases();
    }

    /** Digits of a second's fraction that a capture's times have; microseconds when it does not say. */
    public static int digits(List<CaptureState> sources, UUID capture) {
        for (CaptureState source : sources) {
            Accounts accounts = source.accounts();
            if (source.id().equals(capture) && accounts != null) {
                return digits(accounts.resolution());
            }
        }
        return MICROSECONDS;
    }

    /** Digits of a second's fraction for a resolution as captures state it. */
    public static int digits(String resolution) {
        return switch (resolution) {
            case "s" -> 0;
            case "ms" -> 3;
            case "ns" -> 9;
            default -> MICROSECONDS;
        };
    }
}
