package io.wirecase.detection.access;

import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.RegisteredDomain;
import io.wirecase.core.flow.TlsFacts;
import io.wirecase.core.flow.UntrustedText;
import io.wirecase.core.intel.Networks;
import io.wirecase.detection.access.Leaving.Amounts;
import io.wirecase.detection.behaviour.BehaviourDetector;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.behaviour.Subjects;
import io.wirecase.detection.tally.Verdict;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Much more sent to one entity outside within an hour than the host sends anywhere else, and hardly anything back. What
 * goes there at the same time day by day is a job and none of it. A backup that ran once looks the same: it says that
 * data left, not that it was stolen.
 */
public final class Exfiltration implements BehaviourDetector<Sent, Leaving> {

    private static final String CODE = "exfiltration";
    private static final int POINTS = 50;
    private static final int CLIENT_SHARE = 90;

    /** Other hours and entities below which the host's usual is not known. */
    private static final int LEAST_OTHERS = 6;

    /** Hours of a bucket. */
    private static final int HOURS = 7 * 24;

    /** Flows worth showing: those that carried something out. */
    private static final int SHOWN_BYTES = 64 << 10;

    private final AccessLimits.Exfiltration limits;
    private final Networks networks;

    /** A detector with limits and the networks that tell inside from outside. */
    public Exfiltration(AccessLimits limits, Networks networks) {
        this.limits = limits.exfiltration();
        this.networks = networks;
    }

    @Override
    public String kind() {
        return CODE;
    }

    @Override
    public Duration bucket() {
        return Duration.ofDays(7);
    }

    @Override
    public List<Digest<Sent>> read(Flow flow) {
        long sent = flow.traffic().originator().payloadBytes();
        if (!flow.ending().last()
                || sent == 0
                || flow.responder().multicast()
                || flow.responder().broadcast()
                || !networks.internal(flow.originator())
                || networks.internal(flow.responder())) {
            return List.of();
        }
        long received = flow.traffic().responder().payloadBytes();
        long start = flow.span().startNanos();
        Sent one = new Sent(entity(flow), start, flow.traffic().total().packets(), sent, received);
        return List.of(new Digest<>(flow.originator(), "", start, one, sent >= SHOWN_BYTES && sent > received));
    }

    /** The registered domain of the name that led there, else the address. */
    private static String entity(Flow flow) {
        UntrustedText name = name(flow);
        return name == null
                ? flow.responder().toString()
                : RegisteredDomain.of(name.raw()).map(RegisteredDomain::domain).orElseGet(name::raw);
    }

    private static @Nullable UntrustedText name(Flow flow) {
        if (flow.resolution() != null) {
            return flow.resolution().name();
        }
        TlsFacts tls = flow.facts().tls();
        return tls == null ? null : tls.serverName();
    }

    @Override
    public Leaving fresh() {
        return new Leaving();
    }

    @Override
    public Leaving stored(byte[] bytes) {
        return Leaving.of(bytes);
    }

    @Override
    public boolean plausible(Leaving state) {
        return state.size() >= LEAST_OTHERS && state.above(limits.bytes());
    }

    /**
     * A cell beside what the host sends elsewhere.
     *
     * @param cell the cell
     * @param compared other entities and hours
     * @param usual the most that is usual among them
     */
    private record Beside(Map.Entry<Cell, Amounts> cell, int compared, long usual) {

        double symmetry() {
            Amounts its = cell.getValue();
            return its.sent == 0 ? 0 : (double) (its.sent - its.received) / (its.sent + its.received);
        }
    }

    private Beside beside(Leaving state, Map.Entry<Cell, Amounts> cell, Set<Cell> habits) {
        long[] others = state.others(cell.getKey().entity(), habits);
        long usual = others.length == 0 ? 0 : others[(int) Math.ceil(limits.quantile() * others.length) - 1];
        return new Beside(cell, others.length, usual);
    }

    private boolean holds(Beside found) {
        return found.compared() >= LEAST_OTHERS
                && found.cell().getValue().sent > Math.max(limits.bytes(), found.usual())
                && found.symmetry() > limits.symmetry();
    }

    @Override
    public BehaviourReading read(BehaviourKey key, Leaving state) {
        List<Map.Entry<Cell, Amounts>> largest = state.largest(limits.bytes());
        Set<Cell> habits = new HashSet<>();
        for (Map.Entry<Cell, Amounts> one : largest) {
            if (state.habit(one)) {
                habits.add(one.getKey());
            }
        }
        Beside none = new Beside(Map.entry(new Cell(0, key.bucket() * HOURS), new Amounts()), 0, 0);
        Beside found = largest.stream()
                .filter(one -> !habits.contains(one.getKey()))
                .map(one -> beside(state, one, habits))
                .filter(this::holds)
                .findFirst()
                .orElseGet(() -> largest.isEmpty() ? none : beside(state, largest.getFirst(), habits));
        boolean holds = holds(found) && !habits.contains(found.cell().getKey());
        return reading(key, found, holds);
    }

    private BehaviourReading reading(BehaviourKey key, Beside found, boolean holds) {
        Amounts most = found.cell().getValue();
        long limit = Math.max(limits.bytes(), found.usual());
        Verdict verdict = new Verdict(holds, CODE, Subjects.host(key.subject()))
                .weight(most.sent)
                .points(POINTS, CLIENT_SHARE)
                .says("Far more was sent to one place within an hour than the host sends anywhere else")
                .observed(most.sent + " bytes, " + most.entity)
                .limit(limit + " bytes, " + limits.symmetry() + " one way")
                .attack("T1048", "Exfiltration Over Alternative Protocol")
                .attack("T1567", "Exfiltration Over Web Service")
                .measure("sentWithinAnHour", most.sent, "bytes", limit)
                .measure("symmetry", found.symmetry(), "share", limits.symmetry())
                .measure("usualMost", found.usual(), "bytes", null)
                .measure("compared", found.compared(), "hours", LEAST_OTHERS);
        long first = Leaving.begins(found.cell().getKey());
        long last = Leaving.ends(found.cell().getKey());
        return verdict.reading(
                new Behaviour(null, first, last, most.flows, most.packets, verdict.measures(), List.of()));
    }
}
