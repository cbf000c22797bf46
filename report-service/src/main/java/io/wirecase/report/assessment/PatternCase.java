package io.wirecase.report.assessment;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Ranking;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.measurement.Measurement;
import io.wirecase.report.pattern.Pattern;

/**
 * A pattern with all that follows from it.
 *
 * @param number its rank in the report, from 1
 * @param measured what was measured
 * @param facts its claims by name
 * @param ranking the explanations
 * @param likelihood the word for the leading explanation's posterior
 * @param confidence what the assessment rests on
 * @param risk how much it asks for action
 */
public record PatternCase(
        int number,
        Measurement measured,
        Facts facts,
        Ranking ranking,
        Likelihood likelihood,
        Confidence confidence,
        Risk risk) {

    /** The pattern. */
    public Pattern pattern() {
        return measured.pattern();
    }

    /** A number for a gauge, 1 to 99 (see {@link Threat}). */
    public int threat() {
        return Threat.of(ranking);
    }

    /** What it is taken for. */
    public Disposition disposition() {
        return ranking.disposition();
    }
}
