package io.wirecase.detection.flood;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.behaviour.Subjects;
import io.wirecase.detection.names.Lookups;
import io.wirecase.detection.names.Lookups.Lookup;
import io.wirecase.detection.tally.Addition;
import io.wirecase.detection.tally.TallyPlan;
import io.wirecase.detection.tally.TallyRule;
import io.wirecase.detection.tally.TallyShape;
import io.wirecase.detection.tally.TallyState;
import io.wirecase.detection.tally.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names of one domain that do not exist, asked of one resolver at a rate and nearly all different: no cache helps, and
 * the domain's own servers drown ("water torture"). A broken program asks for the same names again.
 *
 * @param limits how much is too much
 * @param networks what tells inside from outside
 */
public record DnsFlood(FloodLimits limits, Networks networks) implements TallyRule {

    private static final TallyPlan PLAN =
            new TallyPlan("dns_flood", Floods.BUCKET, new TallyShape(1, 0, 2, 2_048, Duration.ofMinutes(1)));
    private static final int MISSING = 0;
    private static final int NAMES = 0;
    private static final int SOURCES = 1;
    private static final int LONGEST_DOMAIN = 253;

    @Override
    public TallyPlan plan() {
        return PLAN;
    }

    @Override
    public List<Digest<Addition>> read(Flow flow) {
        List<Lookup> failed = Lookups.failed(flow);
        if (failed.isEmpty()) {
            return List.of();
        }
        Map<String, List<Lookup>> byDomain = new TreeMap<>();
        failed.forEach(lookup -> byDomain.computeIfAbsent(lookup.domain(), any -> new ArrayList<>())
                .add(lookup));
        List<Digest<Addition>> digests = new ArrayList<>();
        byDomain.forEach((domain, lookups) -> {
            if (domain.length() > LONGEST_DOMAIN) {
                return;
            }
            long count = Math.round(lookups.size() * Lookups.scale(flow));
            Addition addition = new Addition(PLAN.shape(), flow)
                    .sum(MISSING, lookups.size())
                    .spread(count, 0)
                    .value(SOURCES, flow.originator())
                    .roles(flow.originator(), flow.responder());
            lookups.forEach(lookup -> addition.value(NAMES, lookup.hash()));
            digests.addAll(Floods.digest(flow, flow.responder(), domain, addition, true));
        });
        return digests;
    }

    @Override
    public boolean plausible(TallyState tally) {
        return tally.sum(MISSING) >= limits.dns().perMinute() / 4
                && tally.different(NAMES) >= limits.dns().differentShare() * tally.sum(MISSING);
    }

    @Override
    public Verdict judge(BehaviourKey key, TallyState tally) {
        long most = tally.peak(1).amount();
        return new Verdict(
                        plausible(tally) && most >= limits.dns().perMinute(),
                        PLAN.kind(),
                        Subjects.victim(networks, key.subject(), tally.attackers()))
                .weight(tally.sum(MISSING))
                .points(Floods.POINTS, Floods.CLIENT_SHARE)
                .says("Names of one domain that do not exist, at a rate and nearly all different")
                .observed(key.detail())
                .limit(limits.dns().perMinute() + " a minute, " + limits.dns().differentShare() + " different")
                .technique(Floods.sources(tally, SOURCES))
                .attack("T1499.002", "Endpoint Denial of Service: Service Exhaustion Flood")
                .measure("mostInAMinute", most, "lookups", limits.dns().perMinute())
                .measure("missingNames", tally.different(NAMES), "names", null)
                .measure("missingLookups", tally.sum(MISSING), "lookups", null)
                .measure("sources", tally.different(SOURCES), "hosts", null);
    }
}
