package io.wirecase.report.pattern;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.AddressFacts;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.intel.NetworkOwner;
import io.wirecase.core.net.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Puts every alert into one pattern. A scan and whatever else a host does to many take the single-flow alerts they
 * explain; any other behaviour between two ends joins the pattern of their flows.
 */
public final class PatternFinder {

    /** The most patterns a report shows; the rest is counted. */
    public static final int MAX_PATTERNS = 40;

    private static final Comparator<EnrichedAlert> IN_TIME = Comparator.comparingLong(
                    (EnrichedAlert a) -> a.alert().eventNanos())
            .thenComparingLong(PatternFinder::firstPacket)
            .thenComparing(a -> a.alert().id().toString());

    /** Behaviours first: what many flows did together is never cut for what one flow did. */
    private static final Comparator<Pattern> ORDER = Comparator.comparing(
                    (Pattern p) -> p.key().isBehaviour())
            .thenComparingInt(Pattern::score)
            .thenComparingInt(p -> p.codes().size())
            .thenComparingInt(p -> p.shown().size())
            .reversed()
            .thenComparing(Pattern::key);

    private final int minScore;

    /** @param minScore alerts below it do not make a pattern be shown */
    public PatternFinder(int minScore) {
        this.minScore = minScore;
    }

    /** Places all alerts, given in any order. */
    public Patterns find(List<EnrichedAlert> alerts) {
        Map<PatternKey, List<EnrichedAlert>> groups = new TreeMap<>();
        List<EnrichedAlert> behaviours = new ArrayList<>();
        List<EnrichedAlert> flows = new ArrayList<>();
        for (EnrichedAlert alert : alerts) {
            (alert.alert().evidence().flow() == null ? behaviours : flows).add(alert);
        }
        List<EnrichedAlert> alone = behaviours.stream()
                .filter(PatternFinder::standsAlone)
                .sorted(Comparator.comparingInt((EnrichedAlert b) -> b.alert().score())
                        .reversed()
                        .thenComparing(IN_TIME))
                .toList();
        alone.forEach(b -> add(groups, keyOfBehaviour(b), b));
        for (EnrichedAlert flow : flows) {
            add(groups, keyOfFlowAlert(flow, alone), flow);
        }
        behaviours.stream().filter(b -> !standsAlone(b)).forEach(b -> add(groups, joined(groups, b), b));
        return ranked(groups, alerts.size());
    }

    /** The entity of a stored flow as the pattern of its host would have it. */
    public static Entity entityOf(Flow flow, PatternKey.Role role, @Nullable String organization) {
        return role == PatternKey.Role.CLIENT
                ? Entity.ofServer(flow, organization)
                : Entity.ofAddress(flow.originator(), organization);
    }

    private PatternKey keyOfFlowAlert(EnrichedAlert alert, List<EnrichedAlert> alone) {
        Flow flow = alert.alert().evidence().flow();
        if (flow == null) {
            throw new IllegalArgumentException("alert " + alert.alert().id() + " has no flow");
        }
        for (EnrichedAlert behaviour : alone) {
            if (Explains.flow(behaviour.alert(), alert.alert(), flow)) {
                return keyOfBehaviour(behaviour);
            }
        }
        IpAddress host = alert.alert().subject().host();
        PatternKey.Role role = host.equals(flow.originator()) ? PatternKey.Role.CLIENT : PatternKey.Role.SERVER;
        IpAddress peer = role == PatternKey.Role.CLIENT ? flow.responder() : flow.originator();
        Entity entity = entityOf(flow, role, organization(alert, peer));
        return new PatternKey(alert.alert().site(), host, role, entity, Alert.FLOW);
    }

    /** A scan of one host's ports is no more that host's ordinary traffic than a scan of many hosts is. */
    private static boolean standsAlone(EnrichedAlert behaviour) {
        return behaviour.alert().subject().peer() == null
                || Behaviours.isScan(behaviour.alert().kind());
    }

    private static PatternKey keyOfBehaviour(EnrichedAlert alert) {
        Alert a = alert.alert();
        IpAddress peer = a.subject().peer();
        Entity entity = peer == null ? Entity.MANY : Entity.ofAddress(peer, organization(alert, peer));
        return new PatternKey(a.site(), a.subject().host(), PatternKey.Role.CLIENT, entity, a.kind());
    }

    private static PatternKey joined(Map<PatternKey, List<EnrichedAlert>> groups, EnrichedAlert behaviour) {
        Alert b = behaviour.alert();
        for (Map.Entry<PatternKey, List<EnrichedAlert>> group : groups.entrySet()) {
            PatternKey key = group.getKey();
            if (!key.isBehaviour()
                    && key.site().equals(b.site())
                    && key.host().equals(b.subject().host())
                    && group.getValue().stream()
                            .anyMatch(a -> a.alert().evidence().flow() != null
                                    && b.subject().peer() != null
                                    && b.subject().peer().equals(peerOf(a)))) {
                return key;
            }
        }
        return keyOfBehaviour(behaviour);
    }

    private Patterns ranked(Map<PatternKey, List<EnrichedAlert>> groups, int total) {
        List<Pattern> all = new ArrayList<>();
        for (Map.Entry<PatternKey, List<EnrichedAlert>> group : groups.entrySet()) {
            List<EnrichedAlert> members =
                    group.getValue().stream().sorted(IN_TIME).toList();
            List<EnrichedAlert> shown =
                    members.stream().filter(a -> a.alert().score() >= minScore).toList();
            if (!shown.isEmpty()) {
                all.add(new Pattern(group.getKey(), members, shown, peers(members), addresses(members)));
            }
        }
        all.sort(ORDER);
        List<Pattern> kept = all.subList(0, Math.min(MAX_PATTERNS, all.size()));
        long shown = all.stream().mapToLong(p -> p.shown().size()).sum();
        long keptAlerts = kept.stream().mapToLong(p -> p.shown().size()).sum();
        return new Patterns(kept, total, total - shown, shown - keptAlerts, all.size() - (long) kept.size());
    }

    private static SortedSet<IpAddress> peers(List<EnrichedAlert> members) {
        SortedSet<IpAddress> peers = new TreeSet<>();
        for (EnrichedAlert member : members) {
            IpAddress peer = peerOf(member);
            if (peer != null) {
                peers.add(peer);
            }
            Behaviour behaviour = member.alert().evidence().behaviour();
            if (behaviour != null) {
                IpAddress host = member.alert().subject().host();
                behaviour
                        .examples()
                        .forEach(f -> peers.add(host.equals(f.originator()) ? f.responder() : f.originator()));
            }
        }
        return peers;
    }

    private static Map<IpAddress, AddressFacts> addresses(List<EnrichedAlert> members) {
        Map<IpAddress, AddressFacts> facts = new HashMap<>();
        members.forEach(m -> m.addresses().forEach(f -> facts.putIfAbsent(f.address(), f)));
        return Map.copyOf(facts);
    }

    private static @Nullable IpAddress peerOf(EnrichedAlert alert) {
        Flow flow = alert.alert().evidence().flow();
        if (flow == null) {
            return alert.alert().subject().peer();
        }
        return alert.alert().subject().host().equals(flow.originator()) ? flow.responder() : flow.originator();
    }

    private static @Nullable String organization(EnrichedAlert alert, IpAddress address) {
        NetworkOwner owner = alert.facts(address).map(AddressFacts::owner).orElse(null);
        return owner == null ? null : owner.organization();
    }

    private static long firstPacket(EnrichedAlert alert) {
        Flow flow = alert.alert().evidence().flow();
        return flow == null ? 0 : flow.span().firstPacket();
    }

    private static void add(Map<PatternKey, List<EnrichedAlert>> groups, PatternKey key, EnrichedAlert alert) {
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(alert);
    }
}
