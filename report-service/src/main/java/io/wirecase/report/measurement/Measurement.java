package io.wirecase.report.measurement;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.measure.Intervals;
import io.wirecase.core.measure.Timing;
import io.wirecase.report.input.History;
import io.wirecase.report.input.HostFacts;
import io.wirecase.report.pattern.Pattern;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of a pattern.
 *
 * @param pattern the pattern
 * @param flows the flows measured, by start time; empty when the store holds none
 * @param flowsTotal how many flows there are between host and entity; more than measured when cut
 * @param timing what their start times say
 * @param shape how much, how long, over which ports, or null without flows
 * @param outcomes flows by what became of them
 * @param protocols flows by application, else transport
 * @param named flows whose server was asked for by name
 * @param exchanges the comparison with a known exchange, or null when none is near
 * @param http what HTTP said in clear
 * @param host what is known of the host
 * @param history how the site uses the peers
 */
public record Measurement(
        Pattern pattern,
        List<Flow> flows,
        long flowsTotal,
        Timing timing,
        @Nullable Shape shape,
        Map<Outcome, Integer> outcomes,
        SortedMap<String, Integer> protocols,
        int named,
        @Nullable Exchanges exchanges,
        HttpContent http,
        HostFacts host,
        History history) {

    /** Keeps its own copy of the list. */
    public Measurement {
        flows = List.copyOf(flows);
    }

    /** Flows with an outcome. */
    public int count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /** Flows that were refused or met silence. */
    public int failed() {
        return count(Outcome.REFUSED) + count(Outcome.SILENT);
    }

    /** Capture time of the first flow measured, or of the first alert when no flow is stored. */
    public long firstNanos() {
        return flows.isEmpty()
                ? pattern.alerts().getFirst().alert().eventNanos()
                : flows.getFirst().span().startNanos();
    }

    /** Capture time of the last flow's start, or of the last alert. */
    public long lastNanos() {
        return flows.isEmpty()
                ? pattern.alerts().getLast().alert().eventNanos()
                : flows.getLast().span().startNanos();
    }

    /**
     * What needs at least one flow.
     *
     * @param volumes how much was sent
     * @param durations how long flows took
     * @param ports over which ports
     * @param intervals how the times between starts spread, or null with too few starts
     * @param hours how the starts spread over the day
     * @param parts the flows of each outcome by themselves
     * @param races connections raced and given up by the client
     * @param connects requests to pass a connection on
     * @param idle which flows began while the host was idle, or null when the capture cannot show it
     */
    public record Shape(
            Volumes volumes,
            Durations durations,
            Ports ports,
            @Nullable Intervals intervals,
            Hours hours,
            List<SubPattern> parts,
            Races races,
            Connects connects,
            @Nullable Idle idle) {

        /** Keeps its own copy of the list. */
        public Shape {
            parts = List.copyOf(parts);
        }
    }
}
