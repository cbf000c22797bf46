package io.wirecase.detection.access;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.access.AccessLimits.Guessing;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.behaviour.Subjects;
import io.wirecase.detection.tally.Addition;
import io.wirecase.detection.tally.TallyPlan;
import io.wirecase.detection.tally.TallyRule;
import io.wirecase.detection.tally.TallyShape;
import io.wirecase.detection.tally.TallyState;
import io.wirecase.detection.tally.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Logins tried again and again and refused: by one client at one server, or by several at one. Data is exchanged, so it
 * is no scan; a session that is used carries more, so it is no job that runs each minute.
 */
public final class BruteForce implements TallyRule {

    /** The code it raises. */
    public static final String CODE = "brute_force";

    private static final int POINTS = 100;
    private static final int CLIENT_SHARE = 90;
    private static final int REFUSED = 0;
    private static final int BRIEF = 1;
    private static final int ACCEPTED = 2;
    private static final int CLIENTS = 0;

    private final Guessing limits;
    private final Networks networks;
    private final boolean many;
    private final TallyPlan plan;

    private BruteForce(Guessing limits, Networks networks, boolean many) {
        this.limits = limits;
        this.networks = networks;
        this.many = many;
        // Two slots in a row hold any time of that length at least half.
        TallyShape shape = new TallyShape(3, 0, 1, 64, limits.within().dividedBy(2));
        this.plan = new TallyPlan(many ? CODE + "_of_many" : CODE, Duration.ofHours(1), shape);
    }

    /** Counts for a client, a server and a service. */
    public static BruteForce ofOneClient(AccessLimits limits, Networks networks) {
        return new BruteForce(limits.guessing(), networks, false);
    }

    /** Counts for a server and a service, whoever tries; its subjects are the servers. */
    public static BruteForce ofMany(AccessLimits limits, Networks networks) {
        return new BruteForce(limits.guessing(), networks, true);
    }

    @Override
    public List<String> codes() {
        return many ? List.of() : List.of(CODE);
    }

    @Override
    public TallyPlan plan() {
        return plan;
    }

    @Override
    public List<Digest<Addition>> read(Flow flow) {
        Optional<Tries> read = Tries.of(flow);
        if (read.isEmpty()) {
            return List.of();
        }
        Tries tries = read.get();
        int failed = tries.refused() + tries.brief();
        Addition addition = new Addition(plan.shape(), flow)
                .sum(REFUSED, tries.refused())
                .sum(BRIEF, tries.brief())
                .sum(ACCEPTED, tries.accepted() ? 1 : 0)
                .spread(failed, 0)
                .roles(failed > 0 ? flow.originator() : null, flow.responder());
        if (failed > 0) {
            addition.value(CLIENTS, flow.originator());
        }
        IpAddress subject = many ? flow.responder() : flow.originator();
        String detail = many ? tries.service() : flow.responder() + " " + tries.service();
        return List.of(new Digest<>(subject, detail, flow.span().startNanos(), addition, failed > 0));
    }

    @Override
    public boolean plausible(TallyState tally) {
        return tally.sum(REFUSED) + tally.sum(BRIEF) >= least(tally);
    }

    private int least(TallyState tally) {
        if (many) {
            return limits.fromMany();
        }
        return tally.sum(REFUSED) >= tally.sum(BRIEF) ? limits.refused() : limits.brief();
    }

    @Override
    public Verdict judge(BehaviourKey key, TallyState tally) {
        long most = tally.peak(2).amount();
        long failed = tally.sum(REFUSED) + tally.sum(BRIEF);
        long clients = Math.max(1, tally.different(CLIENTS));
        boolean enough = !many || clients >= limits.clients() && failed >= limits.clients() * clients;
        boolean read = tally.sum(REFUSED) >= tally.sum(BRIEF);
        List<IpAddress> victims = tally.victims();
        IpAddress server = many || victims.isEmpty() ? key.subject() : victims.getFirst();
        return new Verdict(
                        most >= least(tally) && enough,
                        CODE,
                        many ? Subjects.host(key.subject()) : Subjects.conversation(networks, key.subject(), server))
                .weight(failed)
                .points(POINTS, CLIENT_SHARE)
                .says(
                        read
                                ? "Logins tried again and again and refused"
                                : "Connections as short as a refused login, again and again")
                .observed(
                        many
                                ? key.detail()
                                : key.detail().substring(key.detail().indexOf(' ') + 1))
                .limit(least(tally) + " within " + limits.within().toMinutes() + " min")
                .technique(many ? "several-clients" : "one-client")
                .attack("T1110", "Brute Force")
                .measure("mostWithinLimit", most, "tries", least(tally))
                .measure("refusedLogins", tally.sum(REFUSED), "tries", null)
                .measure("briefConnections", tally.sum(BRIEF), "flows", null)
                .measure("acceptedLogins", tally.sum(ACCEPTED), "flows", null)
                .measure("clients", clients, "hosts", many ? limits.clients() : null);
    }
}
