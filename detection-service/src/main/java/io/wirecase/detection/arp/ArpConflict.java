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
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.MacAddress;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.behaviour.SubjectDetector;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One address, several stations: ARP (RFC 826) and neighbour discovery (RFC 4861) believe whoever speaks. Two that
 * claim an address at the same time are
 * a conflict; with answers nobody asked for, or claims in another station's name, it is called spoofing. Announcements
 * alone, hand-overs and addresses made to move are in order. Where one station disputes several addresses, it is told
 * once, of the station.
 */
public final class ArpConflict implements SubjectDetector<Word, LinkState> {

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

    private final Networks networks;

    /** @param networks what tells inside from outside: who hands frames on to the outside is a router */
    public ArpConflict(Networks networks) {
        this.networks = networks;
    }

    @Override
    public String kind() {
        return CODE;
    }

    @Override
    public Duration bucket() {
        return Duration.ofDays(1);
    }

    @Override
    public List<Digest<Word>> read(Flow flow) {
        return flow.ending().last() ? ClaimReader.read(flow, networks) : List.of();
    }

    @Override
    public LinkState fresh() {
        return new LinkState();
    }

    @Override
    public LinkState stored(byte[] bytes) {
        return LinkState.of(bytes);
    }

    @Override
    public boolean judgesBeside() {
        return true;
    }

    @Override
    public boolean choosesExamples() {
        return false;
    }

    @Override
    public boolean plausible(LinkState state) {
        Claims claims = state.claims();
        Holdings holdings = state.holdings();
        return claims != null && claims.byMac().size() > 1
                || holdings != null && holdings.addresses().size() > 1;
    }

    @Override
    public BehaviourReading read(BehaviourKey key, LinkState state) {
        return read(key, state, any -> fresh());
    }

    @Override
    public BehaviourReading read(BehaviourKey key, LinkState state, Function<String, LinkState> beside) {
        Holdings holdings = state.holdings();
        return holdings != null
                ? ofStation(key, holdings, StationCase.of(holdings, Place.ofDetail(key.detail()), beside))
                : ofAddress(state.claims() == null ? new Claims(key.subject()) : state.claims(), key, beside);
    }

    @Override
    public Set<String> concerned(BehaviourKey key, LinkState changed, Function<String, LinkState> beside) {
        Place place = Place.ofDetail(key.detail());
        Set<IpAddress> disputed = new TreeSet<>();
        Claims claims = changed.claims();
        if (claims != null && claims.byMac().size() > 1) {
            disputed.add(claims.address());
        }
        several(changed.holdings(), place, beside, disputed);
        Set<Long> stations = new TreeSet<>();
        for (IpAddress address : disputed) {
            Claims its = beside.apply(place.of(address)).claims();
            stations.addAll(its == null ? Set.of() : its.byMac().keySet());
        }
        Set<String> details = new TreeSet<>();
        for (long station : stations) {
            details.add(place.of(station));
            several(beside.apply(place.of(station)).holdings(), place, beside, disputed);
        }
        disputed.forEach(address -> details.add(place.of(address)));
        return details;
    }

    /** Of a station that of the addresses in dispute: they keep what was claimed, by whomever. */
    @Override
    public Set<String> shown(BehaviourKey key, BehaviourReading reading) {
        Place place = Place.ofDetail(key.detail());
        Set<String> details = new TreeSet<>();
        for (AddressClaim claim : reading.behaviour().claims()) {
            IpAddress address = claim.address();
            details.add(address == null ? key.detail() : place.of(address));
        }
        return details;
    }

    /** Of the addresses that a station claims, those that others claim too. */
    private static void several(
            @Nullable Holdings holdings, Place place, Function<String, LinkState> beside, Set<IpAddress> into) {
        for (IpAddress address : holdings == null ? List.<IpAddress>of() : holdings.addresses()) {
            Claims claims = beside.apply(place.of(address)).claims();
            if (claims != null && claims.byMac().size() > 1) {
                into.add(address);
            }
        }
    }

    private static BehaviourReading ofAddress(Claims claims, BehaviourKey key, Function<String, LinkState> beside) {
        Contest contest = Contest.of(claims);
        Suspicion suspicion = Suspicion.of(contest);
        IpAddress address = claims.address();
        boolean holds = contest.disputed() && !StationCase.takesOver(contest, Place.ofDetail(key.detail()), beside);
        return new BehaviourReading(
                holds,
                1 + contest.total().messages(),
                CODE,
                new Subject(Subject.Type.HOST, address, null, null),
                behaviour(contest, suspicion).withRoles(List.of(new RoleOf(Role.VICTIM, address))),
                List.of(finding(contest, suspicion)),
                techniques(suspicion, List.of(address)));
    }

    private BehaviourReading ofStation(BehaviourKey key, Holdings holdings, StationCase station) {
        Suspicion suspicion = station.suspicion();
        StationReading reading = new StationReading(station, suspicion);
        List<IpAddress> addresses =
                station.disputes().stream().map(StationCase.Dispute::address).toList();
        IpAddress first = Stream.concat(addresses.stream(), holdings.addresses().stream())
                .findFirst()
                .orElse(key.subject());
        Finding finding = new Finding(
                CODE,
                suspicion.spoofed() ? SPOOFED_POINTS : CONFLICT_POINTS,
                Side.NETWORK,
                HALF,
                suspicion.spoofed()
                        ? "One station claims the addresses of others with signs of spoofing"
                        : "One station claims addresses that others claim at the same time",
                new UntrustedText(new MacAddress(station.mac()).toString()),
                "a single station for each address",
                RAISED_BY);
        return new BehaviourReading(
                station.holds(),
                1 + reading.messages(),
                CODE,
                new Subject(Subject.Type.HOST, first, null, null),
                reading.behaviour(key.bucket() * bucket().toNanos()),
                List.of(finding),
                techniques(suspicion, addresses));
    }

    private static List<Technique> techniques(Suspicion suspicion, List<IpAddress> addresses) {
        return suspicion.spoofed()
                ? addresses.stream()
                        .map(address -> address.v4() ? POISONING : BETWEEN)
                        .distinct()
                        .sorted(Comparator.comparing(Technique::id).reversed())
                        .toList()
                : List.of();
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
                contest.macs().stream().map(entry -> told(null, entry)).toList());
    }

    static AddressClaim told(@Nullable IpAddress address, Map.Entry<Long, Claimant> entry) {
        Claimant claimant = entry.getValue();
        return new AddressClaim(
                new MacAddress(entry.getKey()),
                claimant.firstNanos,
                claimant.lastNanos,
                claimant.messages,
                claimant.unsolicited,
                claimant.gratuitous,
                address);
    }
}
