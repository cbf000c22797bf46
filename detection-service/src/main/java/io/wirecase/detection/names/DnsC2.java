package io.wirecase.detection.names;

import io.wirecase.core.fact.DnsFacts.Transaction;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lookups below one domain that never repeat and ask for records that hold text or data, over some time: messages to a
 * controller and its orders, in amounts too small for a tunnel. Reputation services ask so too, mostly for addresses.
 *
 * @param limits how much is too much
 */
public record DnsC2(NameLimits limits) implements TallyRule {

    private static final TallyPlan PLAN = new TallyPlan("dns_c2", Duration.ofDays(1), new TallyShape(2, 0, 1, 1_024));
    private static final int LOOKUPS = 0;
    private static final int CHARACTERS = 1;
    private static final int NAMES = 0;
    private static final int POINTS = 50;
    private static final int CLIENT_SHARE = 90;

    /** CNAME, NULL, MX, TXT, ANY: what a client that only wants to connect never asks for. */
    private static final Set<Integer> TYPES = Set.of(5, 10, 15, 16, 255);

    /** Labels below are a host's or a key's name; characters of a message that is worth a lookup. */
    private static final int SHORTEST = 8;

    private static final int LONGEST_DOMAIN = 253;

    @Override
    public TallyPlan plan() {
        return PLAN;
    }

    @Override
    public List<Digest<Addition>> read(Flow flow) {
        Map<String, Addition> byDomain = new TreeMap<>();
        for (Lookup lookup : Lookups.some(flow, DnsC2::wanted)) {
            if (coded(lookup.below()) && lookup.domain().length() <= LONGEST_DOMAIN) {
                byDomain.computeIfAbsent(
                                lookup.domain(), any -> new Addition(PLAN.shape(), flow).roles(null, flow.originator()))
                        .sum(LOOKUPS, 1)
                        .sum(CHARACTERS, lookup.below().length())
                        .value(NAMES, lookup.hash());
            }
        }
        List<Digest<Addition>> digests = new ArrayList<>(byDomain.size());
        byDomain.forEach((domain, addition) ->
                digests.add(new Digest<>(flow.originator(), domain, flow.span().startNanos(), addition, true)));
        return digests;
    }

    private static boolean wanted(Transaction transaction) {
        Integer type = transaction.type();
        return type != null && TYPES.contains(type);
    }

    /** Keys and policies lie under labels with an underscore (RFC 8552); addresses written backwards are digits. */
    private static boolean coded(String below) {
        return below.length() >= SHORTEST
                && below.indexOf('_') < 0
                && below.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    }

    @Override
    public boolean plausible(TallyState tally) {
        return tally.different(NAMES) >= limits.c2Names()
                && tally.different(NAMES) >= limits.c2Different() * tally.sum(LOOKUPS)
                && tally.lastNanos() - tally.firstNanos() >= limits.c2Span().toNanos();
    }

    @Override
    public Verdict judge(BehaviourKey key, TallyState tally) {
        long lookups = Math.max(1, tally.sum(LOOKUPS));
        return new Verdict(plausible(tally), PLAN.kind(), Subjects.host(key.subject()))
                .weight(lookups)
                .points(POINTS, CLIENT_SHARE)
                .says("Lookups of text or data below one domain, under names that never repeat")
                .observed(key.detail())
                .limit(limits.c2Names() + " names, " + limits.c2Different() + " of them different, over "
                        + limits.c2Span().toMinutes() + " min")
                .attack("T1071.004", "Application Layer Protocol: DNS")
                .measure("differentNames", tally.different(NAMES), "names", limits.c2Names())
                .measure("lookups", lookups, "lookups", null)
                .measure("meanCharacters", (double) tally.sum(CHARACTERS) / lookups, "characters", null);
    }
}
