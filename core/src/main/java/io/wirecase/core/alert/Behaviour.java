package io.wirecase.core.alert;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.IpAddress;
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
 * @param roles who did it to whom, if it is an attack: up to {@link #MAX_ROLES} of each side; empty where nobody was
 *     told
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
        List<AddressClaim> claims,
        List<RoleOf> roles) {

    /** The most attackers and the most victims named; of more, some that do not depend on the order of flows. */
    public static final int MAX_ROLES = 8;

    /** The most example flows an alert carries. */
    public static final int MAX_EXAMPLES = 8;

    /** Keeps its own copies of the lists. */
    public Behaviour {
        measures = List.copyOf(measures);
        examples = List.copyOf(examples);
        // Events written before there were claims have none.
        claims = claims == null ? List.of() : List.copyOf(claims);
        roles = roles == null ? List.of() : List.copyOf(roles);
    }

    /** A behaviour whose roles are not told. */
    public Behaviour(
            @Nullable String technique,
            long firstNanos,
            long lastNanos,
            long flows,
            long packets,
            List<Measure> measures,
            List<Flow> examples,
            @Nullable ToolGuess toolGuess,
            List<AddressClaim> claims) {
        this(technique, firstNanos, lastNanos, flows, packets, measures, examples, toolGuess, claims, List.of());
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

    /**
     * What an address has to do with it.
     *
     * @param role on which side it is
     * @param address the address, as packets gave it: a source may be spoofed
     */
    public record RoleOf(Role role, IpAddress address) {}

    /** The sides of an attack. */
    public enum Role {
        ATTACKER,
        VICTIM
    }

    /** The same with other examples. */
    public Behaviour withExamples(List<Flow> others) {
        return new Behaviour(
                technique, firstNanos, lastNanos, flows, packets, measures, others, toolGuess, claims, roles);
    }

    /** The same with its roles. */
    public Behaviour withRoles(List<RoleOf> told) {
        return new Behaviour(
                technique, firstNanos, lastNanos, flows, packets, measures, examples, toolGuess, claims, told);
    }
}
