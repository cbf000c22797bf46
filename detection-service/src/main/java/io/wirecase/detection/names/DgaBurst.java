package io.wirecase.detection.names;

import io.wirecase.core.flow.Flow;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.behaviour.Subjects;
import io.wirecase.detection.names.Lookups.Lookup;
import io.wirecase.detection.tally.Addition;
import io.wirecase.detection.tally.TallyPlan;
import io.wirecase.detection.tally.TallyRule;
import io.wirecase.detection.tally.TallyShape;
import io.wirecase.detection.tally.TallyState;
import io.wirecase.detection.tally.Verdict;
import java.time.Duration;
import java.util.List;

/**
 * Many registered domains that look computed and do not exist, asked for by one host: a program that looks for its
 * controller. Names below one domain, single labels and reverse lookups are none of it.
 *
 * @param limits how much is too much
 */
public record DgaBurst(NameLimits limits) implements TallyRule {

    private static final TallyPlan PLAN =
            new TallyPlan("dga_burst", Duration.ofDays(1), new TallyShape(1, 0, 2, 256, Duration.ofHours(1)));
    private static final int LOOKUPS = 0;
    private static final int DOMAINS = 0;
    private static final int GENERATED = 1;
    private static final int POINTS = 100;
    private static final int CLIENT_SHARE = 90;

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
        Addition addition = new Addition(PLAN.shape(), flow)
                .sum(LOOKUPS, Math.round(failed.size() * Lookups.scale(flow)))
                .spread(failed.size(), 0)
                .roles(null, flow.originator());
        boolean any = false;
        for (Lookup lookup : failed) {
            long hash = lookup.domain().hashCode();
            addition.value(DOMAINS, hash);
            if (Generated.looks(lookup.domain())) {
                addition.value(GENERATED, hash);
                any = true;
            }
        }
        return List.of(new Digest<>(flow.originator(), "", flow.span().startNanos(), addition, any));
    }

    @Override
    public boolean plausible(TallyState tally) {
        return tally.different(GENERATED) >= limits.generatedDomains()
                && tally.different(GENERATED) >= limits.generatedShare() * tally.different(DOMAINS);
    }

    @Override
    public Verdict judge(BehaviourKey key, TallyState tally) {
        return new Verdict(plausible(tally), PLAN.kind(), Subjects.host(key.subject()))
                .weight(tally.different(GENERATED))
                .points(POINTS, CLIENT_SHARE)
                .says("Many domains that look computed and do not exist were asked for")
                .limit(limits.generatedDomains() + " domains in a day, " + limits.generatedShare()
                        + " of those that do not exist")
                .attack("T1568.002", "Dynamic Resolution: Domain Generation Algorithms")
                .measure("generatedDomains", tally.different(GENERATED), "domains", limits.generatedDomains())
                .measure("missingDomains", tally.different(DOMAINS), "domains", null)
                .measure("missingLookups", tally.sum(LOOKUPS), "lookups", null)
                .measure("mostInAnHour", tally.peak(1).amount(), "lookups", null);
    }
}
