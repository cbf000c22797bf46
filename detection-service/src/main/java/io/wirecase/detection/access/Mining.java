package io.wirecase.detection.access;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.behaviour.Subjects;
import io.wirecase.detection.risk.Applications;
import io.wirecase.detection.risk.HostNames;
import io.wirecase.detection.tally.Addition;
import io.wirecase.detection.tally.TallyPlan;
import io.wirecase.detection.tally.TallyRule;
import io.wirecase.detection.tally.TallyShape;
import io.wirecase.detection.tally.TallyState;
import io.wirecase.detection.tally.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A miner that talks to its pool: in clear by the pool's protocol, within TLS by a pool's name and port over a
 * connection that stays. Who mines on purpose knows; whoever does not pays for it.
 *
 * @param networks what tells inside from outside
 */
public record Mining(Networks networks) implements TallyRule {

    private static final TallyPlan PLAN = new TallyPlan("mining", Duration.ofDays(1), new TallyShape(3, 0, 1, 64));
    private static final int READ = 0;
    private static final int BY_NAME = 1;
    private static final int SECONDS = 2;
    private static final int POOLS = 0;
    private static final int POINTS_READ = 100;

    /** A name and a port are what a pool's operator chose. */
    private static final int POINTS_NAME = 50;

    private static final int CLIENT_SHARE = 90;
    private static final Set<String> PROTOCOLS = Set.of("Mining");
    private static final Set<Integer> WEB = Set.of(80, 443, 8_080, 8_443);
    private static final Pattern LABEL = Pattern.compile(
            "(^|[.-])(xmr|monero|stratum|miner?s?|mining|[a-z0-9]*minepool|[a-z0-9]*pool)([0-9]*)([.-]|$)");

    /** A miner stays connected; a look at a pool's page does not. */
    private static final long LEAST_NANOS = Duration.ofMinutes(5).toNanos();

    @Override
    public TallyPlan plan() {
        return PLAN;
    }

    @Override
    public List<Digest<Addition>> read(Flow flow) {
        if (flow.key().transport() != Transport.TCP) {
            return List.of();
        }
        boolean read = Applications.seen(flow) && Applications.any(flow.application(), PROTOCOLS);
        if (!read && !byName(flow)) {
            return List.of();
        }
        long lasting = flow.span().endNanos() - flow.span().startNanos();
        Addition addition = new Addition(PLAN.shape(), flow)
                .sum(read ? READ : BY_NAME, 1)
                .sum(SECONDS, Duration.ofNanos(lasting).toSeconds())
                .value(POOLS, flow.responder())
                .roles(flow.responder(), flow.originator());
        return List.of(new Digest<>(flow.originator(), "", flow.span().startNanos(), addition, true));
    }

    private static boolean byName(Flow flow) {
        Integer port = flow.key().responder().port();
        boolean stays = flow.span().endNanos() - flow.span().startNanos() >= LEAST_NANOS;
        if (port == null || WEB.contains(port) || !stays) {
            return false;
        }
        List<UntrustedText> names = new ArrayList<>(HostNames.tls(flow));
        if (flow.resolution() != null) {
            names.add(flow.resolution().name());
        }
        return names.stream()
                .anyMatch(name ->
                        LABEL.matcher(name.raw().toLowerCase(Locale.ROOT)).find());
    }

    @Override
    public boolean plausible(TallyState tally) {
        return tally.flows() > 0;
    }

    @Override
    public Verdict judge(BehaviourKey key, TallyState tally) {
        boolean read = tally.sum(READ) > 0;
        List<IpAddress> pools = tally.attackers();
        return new Verdict(
                        tally.flows() > 0,
                        PLAN.kind(),
                        pools.size() == 1
                                ? Subjects.conversation(networks, key.subject(), pools.getFirst())
                                : Subjects.host(key.subject()))
                .weight(tally.flows())
                .points(read ? POINTS_READ : POINTS_NAME, CLIENT_SHARE)
                .says(
                        read
                                ? "The host speaks a mining pool's protocol"
                                : "A connection that stays, to a mining pool by its name and port")
                .technique(read ? "protocol" : "name")
                .attack("T1496.001", "Resource Hijacking: Compute Hijacking")
                .measure("readFlows", tally.sum(READ), "flows", null)
                .measure("flowsByName", tally.sum(BY_NAME), "flows", null)
                .measure("connected", tally.sum(SECONDS), "s", null)
                .measure("pools", tally.different(POOLS), "hosts", null);
    }
}
