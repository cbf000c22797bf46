package io.wirecase.detection.flood;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.FlowKey;
import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.tally.Addition;
import io.wirecase.detection.tally.Peak;
import io.wirecase.detection.tally.TallyState;
import io.wirecase.detection.tally.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What the rules of this room have in common. */
final class Floods {

    /** What the field's engines give a detected attack. */
    static final int POINTS = 100;

    static final int CLIENT_SHARE = 90;
    static final int SAMPLED = 256;
    static final Duration BUCKET = Duration.ofHours(1);
    static final Duration SLOT = Duration.ofSeconds(5);

    /** A load of so many times the usual one is none that a host is made for. */
    private static final int USUAL_TIMES = 10;

    /** From so many sources on, a flood is said to come from many; each of them may be made up. */
    private static final int MANY = 100;

    private Floods() {}

    static List<Digest<Addition>> digest(
            Flow flow, IpAddress subject, String detail, Addition addition, boolean example) {
        return List.of(new Digest<>(subject, detail, flow.span().startNanos(), addition, example));
    }

    /** How many slots hold the time that a rate must last. */
    static int slots(FloodLimits limits) {
        return Math.max(1, (int) (limits.seconds() / SLOT.toSeconds()));
    }

    /** What must come in that time. */
    static long amount(FloodLimits limits, int perSecond) {
        return (long) perSecond * slots(limits) * SLOT.toSeconds();
    }

    /** The time in which most came at a host, of those in which it was far from usual there. */
    static Peak surge(TallyState tally, FloodLimits limits, int perSecond) {
        return tally.surge(slots(limits), amount(limits, perSecond), USUAL_TIMES);
    }

    /** The rate that had to be reached: the limit, or more where more is usual. */
    static double limit(FloodLimits limits, Peak peak, int perSecond) {
        return Math.max(perSecond, USUAL_TIMES * peak.usual() / (slots(limits) * SLOT.toSeconds()));
    }

    /** Packets a second on average over that time. */
    static double rate(FloodLimits limits, Peak peak) {
        return (double) peak.amount() / (slots(limits) * SLOT.toSeconds());
    }

    static String sources(TallyState tally, int sample) {
        return tally.different(sample) >= MANY ? "many-sources" : "few-sources";
    }

    /** What every flood says of its rate. */
    static Verdict rates(Verdict verdict, FloodLimits limits, Peak peak, int perSecond, String unit) {
        return verdict.measure("peakRate", rate(limits, peak), unit, limit(limits, peak, perSecond))
                .measure("unansweredShare", peak.unansweredShare(), "share", null);
    }

    /** The same address in two VLANs is two addresses. */
    static String segment(FlowKey key) {
        String vlans = key.vlans().stream().map(String::valueOf).collect(Collectors.joining("."));
        String tunnel = key.tunnel();
        return tunnel == null ? vlans : vlans + "@" + tunnel;
    }

    static boolean toMany(IpAddress address) {
        return address.multicast() || address.broadcast() || address.unspecified();
    }
}
