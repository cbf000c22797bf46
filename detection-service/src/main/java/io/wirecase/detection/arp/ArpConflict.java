package io.wirecase.detection.arp;

import io.wirecase.core.alert.AddressClaim;
import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.alert.Behaviour.Role;
import io.wirecase.core.alert.Behaviour.RoleOf;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.Measure;
import io.wirecase.core.alert.Side;
import io.wirecase.core.alert.Subject;
import io.wirecase.core.alert.Technique;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.MacAddress;
import io.wirecase.core.flow.UntrustedText;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.behaviour.SubjectDetector;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One address, several stations: ARP (RFC 826) and neighbour discovery (RFC 4861) believe whoever speaks. Two that
 * claim an address at the same time are
 * a conflict; with answers nobody asked for, or claims in another station's name, it is called spoofing. Announcements
 * alone, hand-overs and addresses made to move are in order.
 */
public final class ArpConflict implements SubjectDetector<Claim, Claims> {

    /** The code it raises. */
    public static final String CODE = "arp_spoof";

    /** What the field's engines give a detected attack on a network, as a scan. */
    private static final int SPOOFED_POINTS = 100;

    /** A fact to look at and no verdict: an address configured twice breaks things and attacks nobody. */
    private static final int CONFLICT_POINTS = 10;

    private static final int HALF = 50;
    private static final String RAISED_BY = "detection";
    private static final Technique POISONING =
            new Technique("T1557.002", "Adversary-in-the-Middle: ARP Cache Poisoning", "19");
    /** Neighbour discovery (RFC 4861) has no technique of its own. */
    private static final Technique BETWEEN = new Technique("T1557", "Adversary-in-the-Middle", "19");

    @Override
    public String kind() {
        return CODE;
    }

    @Override
    public Duration bucket() {
        return Duration.ofDays(1);
    }

    @Override
    public List<Digest<Claim>> read(Flow flow) {
        return flow.ending().last() ? ClaimReader.read(flow) : List.of();
    }

    @Override
    public Claims fresh() {
        return new Claims();
    }

    @Override
    public Claims stored(byte[] bytes) {
        return Claims.of(bytes);
    }

    @Override
    public boolean plausible(Claims state) {
        return state.byMac().size() > 1;
    }

    @Override
    public BehaviourReading read(BehaviourKey key, Claims state) {
        Contest contest = Contest.of(state);
        Suspicion suspicion = Suspicion.of(contest);
        boolean several = contest.macs().size() > 1;
        boolean holds = several && (suspicion.spoofed() || Suspicion.contested(contest) && !contest.virtual());
        return new BehaviourReading(
                holds,
                1 + contest.total().messages(),
                CODE,
                new Subject(Subject.Type.HOST, key.subject(), null, null),
                behaviour(contest, suspicion).withRoles(List.of(new RoleOf(Role.VICTIM, key.subject()))),
                List.of(finding(contest, suspicion)),
                suspicion.spoofed() ? List.of(key.subject().v4() ? POISONING : BETWEEN) : List.of());
    }

    private static Finding finding(Contest contest, Suspicion suspicion) {
        String macs = contest.macs().stream()
                .map(entry -> new MacAddress(entry.getKey()).toString())
                .collect(Collectors.joining(", "));
        return new Finding(
                CODE,
                suspicion.spoofed() ? SPOOFED_POINTS : CONFLICT_POINTS,
                Side.NETWORK,
                HALF,
                suspicion.spoofed()
                        ? "Address claimed by several stations with signs of spoofing"
                        : "Address claimed by several stations at the same time",
                new UntrustedText(macs),
                "a single station",
                RAISED_BY);
    }

    private static Behaviour behaviour(Contest contest, Suspicion suspicion) {
        Contest.Total total = contest.total();
        List<Measure> measures = List.of(
                new Measure("claimedMacs", contest.macs().size(), "stations", 1.0),
                new Measure("changes", contest.changes(), "changes", null),
                new Measure("contestedMinutes", contest.contestedMinutes(), "min", (double)
                        Suspicion.MIN_CONTESTED_MINUTES),
                new Measure("unsolicitedReplies", total.unsolicited(), "messages", (double) Suspicion.MIN_PUSHED),
                new Measure("gratuitousMessages", total.gratuitous(), "messages", null),
                new Measure("otherSourceMessages", total.otherSource(), "messages", 1.0),
                new Measure("leases", contest.leases(), "leases", null),
                new Measure("spoofingLikelihood", suspicion.likelihood(), "probability", Suspicion.LIMIT));
        return new Behaviour(
                null,
                total.firstNanos(),
                total.lastNanos(),
                total.flows(),
                total.messages(),
                measures,
                List.of(),
                null,
                contest.macs().stream().map(ArpConflict::told).toList());
    }

    private static AddressClaim told(Map.Entry<Long, Claimant> entry) {
        Claimant claimant = entry.getValue();
        return new AddressClaim(
                new MacAddress(entry.getKey()),
                claimant.firstNanos,
                claimant.lastNanos,
                claimant.messages,
                claimant.unsolicited,
                claimant.gratuitous);
    }
}
