package io.wirecase.core.alert;

import io.wirecase.core.flow.Flow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a host or conversation did over several flows.
 *
 * @param technique how, for example {@code connect} or {@code syn} of a scan, or null where the code says it all
 * @param firstNanos capture time of the first flow counted
 * @param lastNanos capture time of the last flow counted
 * @param flows flows counted
 * @param packets packets of those flows
 * @param measures the numbers and the limits they crossed
 * @param examples up to {@link #MAX_EXAMPLES} of the flows
 * @param toolGuess which program a scan may come from, or null where nothing fits or the question does not arise
 * @param claims who claimed the address and when, in the order of first claims; empty where it is about no claim
 */
public record Behaviour(
        @Nullable String technique,
        long firstNanos,
        long lastNanos,
        long flows,
        long packets,
        List<Measure> measures,
        List<Flow> examples,
        @Nullable ToolGuess toolGuess,
        List<AddressClaim> claims) {

    /** The most example flows an alert carries. */
    public static final int MAX_EXAMPLES = 8;

    /** Keeps its own copies of the lists. */
    public Behaviour {
        measures = List.copyOf(measures);
        examples = List.copyOf(examples);
        // Events written before there were claims have none.
        claims = claims == null ? List.of() : List.copyOf(claims);
    }

    /** A behaviour that no program is guessed for. */
    public Behaviour(
            @Nullable String technique,
            long firstNanos,
            long lastNanos,
            long flows,
            long packets,
            List<Measure> measures,
            List<Flow> examples) {
        this(technique, firstNanos, lastNanos, flows, packets, measures, examples, null, List.of());
    }

    /** The same with other examples. */
    public Behaviour withExamples(List<Flow> others) {
        return new Behaviour(technique, firstNanos, lastNanos, flows, packets, measures, others, toolGuess, claims);
    }
}
