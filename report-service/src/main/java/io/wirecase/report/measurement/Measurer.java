package io.wirecase.report.measurement;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.AddressFacts;
import io.wirecase.core.intel.NetworkOwner;
import io.wirecase.core.measure.Intervals;
import io.wirecase.core.measure.Timing;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Transport;
import io.wirecase.report.input.FlowPage;
import io.wirecase.report.input.FlowSource;
import io.wirecase.report.input.History;
import io.wirecase.report.input.HostFacts;
import io.wirecase.report.pattern.Behaviours;
import io.wirecase.report.pattern.Entity;
import io.wirecase.report.pattern.Pattern;
import io.wirecase.report.pattern.PatternFinder;
import io.wirecase.report.pattern.PatternKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Measures the patterns of one report over the stored flows; made for one report and one thread. */
public final class Measurer {

    /** The most flows measured of one pattern; the first ones in time. */
    public static final int MAX_FLOWS = 20_000;

    /** What a protocol's name ends in when nothing but its port says so. */
    public static final String BY_PORT = " by its port only";

    private static final Comparator<Flow> IN_TIME = Comparator.comparingLong(
                    (Flow f) -> f.span().startNanos())
            .thenComparingLong(f -> f.span().firstPacket())
            .thenComparing(f -> f.id().toString());

    /** Of a busier host it is not asked when it was idle: it hardly is, and the answer would be long. */
    static final int MAX_USES = 2_000;

    private final FlowSource source;
    private final Map<String, List<Idle.Use>> uses = new HashMap<>();

    /** Measures over a source's flows. */
    public Measurer(FlowSource source) {
        this.source = source;
    }

    /** Measures a pattern. */
    public Measurement measure(Pattern pattern) {
        PatternKey key = pattern.key();
        Found found = key.isBehaviour() ? ofBehaviour(pattern) : ofEntity(pattern);
        List<Flow> flows = found.own.stream().sorted(IN_TIME).toList();
        long[] starts = flows.stream().mapToLong(f -> f.span().startNanos()).toArray();
        Timing timing = Timing.of(starts, seed(key));
        HostFacts host = source.host(key.site(), key.host());
        History history = source.history(key.site(), key.host(), pattern.peers());
        return new Measurement(
                pattern,
                flows,
                found.total,
                timing,
                flows.isEmpty() ? null : shape(found.with(flows), starts, timing, key, host),
                outcomes(flows),
                protocols(flows),
                (int) flows.stream().filter(f -> Entity.nameIn(f) != null).count(),
                Exchanges.of(pattern),
                HttpContent.of(flows),
                host,
                history);
    }

    private Measurement.Shape shape(Found found, long[] starts, Timing timing, PatternKey key, HostFacts host) {
        List<Flow> flows = found.own;
        boolean asks = key.role() == PatternKey.Role.CLIENT && !key.isBehaviour();
        return new Measurement.Shape(
                Volumes.of(flows),
                Durations.of(flows),
                Ports.of(flows),
                Intervals.of(starts, timing.comb()),
                Hours.of(starts),
                SubPattern.of(flows, timing, seed(key)),
                Races.of(flows),
                Connects.of(flows, found.sameServers),
                asks && host.flows() <= MAX_USES ? Idle.of(flows, uses(key)) : null);
    }

    /** What a host did in the captures in scope; asked for once a host. */
    private List<Idle.Use> uses(PatternKey key) {
        return uses.computeIfAbsent(
                key.site() + " " + key.host(),
                k -> Idle.Use.of(source.startedBy(key.site(), key.host(), Long.MIN_VALUE, Long.MAX_VALUE, MAX_USES)
                        .flows()));
    }

    private Found ofEntity(Pattern pattern) {
        PatternKey key = pattern.key();
        FlowPage all = source.between(key.site(), key.host(), pattern.peers(), MAX_FLOWS);
        List<Flow> own = all.flows().stream().filter(f -> belongs(f, pattern)).toList();
        return new Found(own, all.cut() ? all.total() : own.size(), all.flows());
    }

    private static boolean belongs(Flow flow, Pattern pattern) {
        PatternKey key = pattern.key();
        boolean client = key.role() == PatternKey.Role.CLIENT;
        if (client != key.host().equals(flow.originator()) || unasked(flow, pattern)) {
            return false;
        }
        IpAddress peer = client ? flow.responder() : flow.originator();
        return PatternFinder.entityOf(flow, key.role(), organization(pattern, peer))
                .equals(key.entity());
    }

    /** Neighbours ask for each other's link addresses whatever else they do: no alert is about that. */
    private static boolean unasked(Flow flow, Pattern pattern) {
        return flow.key().transport() == Transport.ARP
                && pattern.alertedFlows().stream().noneMatch(f -> f.key().transport() == Transport.ARP);
    }

    /**
     * A behaviour's flows. A scan's are those that began in its span and to which nobody answered with payload; any
     * other behaviour's are those with the same ends that are like its examples: same transport and, where there are
     * ports, a same responder port; all of them where it has no examples.
     */
    private Found ofBehaviour(Pattern pattern) {
        PatternKey key = pattern.key();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        List<Flow> examples = new ArrayList<>();
        for (Alert alert : pattern.behaviours()) {
            Behaviour behaviour = alert.evidence().behaviour();
            if (behaviour != null) {
                first = Math.min(first, behaviour.firstNanos());
                last = Math.max(last, behaviour.lastNanos());
                examples.addAll(behaviour.examples());
            }
        }
        if (Behaviours.isScan(key.behaviour())) {
            FlowPage all = source.startedBy(key.site(), key.host(), first, last, MAX_FLOWS);
            List<Flow> own = all.flows().stream()
                    .filter(f -> f.traffic().responder().payloadBytes() == 0
                            && f.key().transport().hasPorts())
                    .toList();
            return new Found(own, all.cut() ? all.total() : own.size(), List.of());
        }
        long from = first;
        long to = last;
        FlowPage all = source.between(key.site(), key.host(), pattern.peers(), MAX_FLOWS);
        List<Flow> own = all.flows().stream()
                .filter(f -> f.span().endNanos() >= from && f.span().startNanos() <= to)
                .filter(f -> examples.isEmpty() || examples.stream().anyMatch(e -> alike(e, f)))
                .toList();
        return new Found(own, all.cut() ? all.total() : own.size(), all.flows());
    }

    private static boolean alike(Flow example, Flow flow) {
        return example.key().transport() == flow.key().transport()
                && Objects.equals(
                        example.key().responder().port(), flow.key().responder().port());
    }

    private static Map<Outcome, Integer> outcomes(List<Flow> flows) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        flows.forEach(f -> counts.merge(Outcome.of(f), 1, Integer::sum));
        return counts;
    }

    private static SortedMap<String, Integer> protocols(List<Flow> flows) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        flows.forEach(f -> counts.merge(protocol(f), 1, Integer::sum));
        return counts;
    }

    /** A flow's protocol; its transport when that is all that is known; marked when only its port says so. */
    public static String protocol(Flow flow) {
        if (flow.application().protocols().isEmpty()) {
            return flow.key().transport().name();
        }
        boolean byPort = flow.application().from() == Application.Found.BY_PORT;
        return flow.application().protocol() + (byPort ? BY_PORT : "");
    }

    private static @Nullable String organization(Pattern pattern, IpAddress address) {
        AddressFacts facts = pattern.addresses().get(address);
        NetworkOwner owner = facts == null ? null : facts.owner();
        return owner == null ? null : owner.organization();
    }

    /** The same for the same host and entity, whatever the dates and ids. */
    private static long seed(PatternKey key) {
        return 31L * key.host().hashCode() + key.entity().text().raw().hashCode();
    }

    /**
     * The flows of a pattern.
     *
     * @param own those that belong to it
     * @param total how many there are
     * @param sameServers all flows of the host with the same other ends
     */
    private record Found(List<Flow> own, long total, List<Flow> sameServers) {
        Found with(List<Flow> sorted) {
            return new Found(sorted, total, sameServers);
        }
    }
}
