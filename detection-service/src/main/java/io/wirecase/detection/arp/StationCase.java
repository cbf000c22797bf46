package io.wirecase.detection.arp;

import io.wirecase.core.net.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What one station's claims amount to, taken together. That it claims many addresses says nothing: routers answer for
 * whole networks (proxy ARP, RFC 1027), servers have aliases, hosts of IPv6 change theirs daily (RFC 8981), and nobody
 * else claims any of these. What counts are addresses that another station claims at the same time. A spare that takes
 * over from its pair disputes addresses with one station only; who stands between hosts and their gateway disputes with
 * each of them.
 *
 * @param mac the station's hardware address
 * @param claimed how many addresses it claimed
 * @param own some of those that nobody disputes and that it did not push on anybody
 * @param disputes the addresses in dispute, those of gateways first
 * @param others the other stations that claim these
 */
record StationCase(long mac, long claimed, List<IpAddress> own, List<Dispute> disputes, Set<Long> others) {

    /** Addresses a station claims before the gateway's among them tells anything: an attacker has one of its own. */
    static final int MIN_CLAIMED = 3;

    /** Stations whose addresses it disputes. */
    static final int MIN_OTHERS = 2;

    /** Fewer addresses in dispute are told as what they are: an address that several stations claim. */
    private static final int MIN_DISPUTES = 2;

    private static final Comparator<Dispute> GATEWAYS_FIRST =
            Comparator.comparing((Dispute dispute) -> !dispute.gateway()).thenComparing(Dispute::address);

    /** Keeps its own copies of the collections. */
    StationCase {
        own = List.copyOf(own);
        disputes = List.copyOf(disputes);
        others = Set.copyOf(others);
    }

    /**
     * An address in dispute.
     *
     * @param address the address
     * @param contest who claims it
     * @param mine the station's own claims to it
     * @param gateway whether it is known for a gateway's
     */
    record Dispute(IpAddress address, Contest contest, Claimant mine, boolean gateway) {}

    /** @param beside reads what is kept under a name */
    static StationCase of(Holdings holdings, Place place, Function<String, LinkState> beside) {
        long mac = holdings.mac();
        List<IpAddress> own = new ArrayList<>();
        List<Dispute> disputes = new ArrayList<>();
        Set<Long> others = new TreeSet<>();
        for (IpAddress address : holdings.addresses()) {
            Claims claims = beside.apply(place.of(address)).claims();
            Claimant mine = claims == null ? null : claims.byMac().get(mac);
            if (claims == null || mine == null) {
                continue;
            }
            Contest contest = Contest.of(claims);
            if (contest.disputed() && contest.suspects(mac)) {
                List<Long> rivals = rivals(claims, mac);
                others.addAll(rivals);
                boolean gateway =
                        claims.router() || rivals.stream().anyMatch(rival -> routes(beside.apply(place.of(rival))));
                disputes.add(new Dispute(address, contest, mine, gateway));
            } else if (claims.byMac().size() == 1 && !Contest.pushes(mine)) {
                own.add(address);
            }
        }
        disputes.sort(GATEWAYS_FIRST);
        return new StationCase(mac, holdings.distinct(), own, disputes, others);
    }

    private static List<Long> rivals(Claims claims, long mac) {
        return claims.byMac().entrySet().stream()
                .filter(entry -> entry.getKey() != mac && entry.getValue().flows > 0)
                .map(entry -> entry.getKey())
                .toList();
    }

    private static boolean routes(LinkState station) {
        Holdings holdings = station.holdings();
        return holdings != null && holdings.routes();
    }

    /** Whether it is told as one thing that this station does, in place of an alert about each of the addresses. */
    boolean holds() {
        return disputes.size() >= MIN_DISPUTES
                && (others.size() >= MIN_OTHERS || pushed() >= MIN_DISPUTES || laterOfTwo());
    }

    private long pushed() {
        return disputes.stream()
                .filter(dispute -> Contest.pushes(dispute.mine()))
                .count();
    }

    /** Two stations that dispute the same addresses are told once, as what the later one does. */
    private boolean laterOfTwo() {
        Comparator<Long> later = Comparator.comparingLong(this::begins).thenComparing(Comparator.naturalOrder());
        return others.stream().allMatch(other -> later.compare(mac, other) > 0);
    }

    private long begins(long station) {
        return disputes.stream()
                .flatMap(dispute -> dispute.contest().macs().stream())
                .filter(entry -> entry.getKey() == station)
                .mapToLong(entry -> entry.getValue().firstNanos)
                .min()
                .orElse(Long.MIN_VALUE);
    }

    /** Whether it claims a gateway's address among those of several others: evidence that it stands between them. */
    boolean between() {
        return claimed >= MIN_CLAIMED
                && others.size() >= MIN_OTHERS
                && disputes.stream().anyMatch(Dispute::gateway);
    }

    /** How likely it is spoofing, by the address that tells most. */
    Suspicion suspicion() {
        boolean between = between();
        return disputes.stream()
                .map(dispute -> Suspicion.of(dispute.contest(), between))
                .max(Comparator.comparing(Suspicion::spoofed).thenComparingDouble(Suspicion::likelihood))
                .orElse(new Suspicion(0, 0));
    }

    /** Whether what one of those who claim an address does is told in place of the address's own alert. */
    static boolean takesOver(Contest contest, Place place, Function<String, LinkState> beside) {
        return contest.macs().stream()
                .map(entry -> entry.getKey())
                .filter(contest::suspects)
                .map(mac -> beside.apply(place.of(mac)).holdings())
                .filter(Objects::nonNull)
                .anyMatch(holdings -> of(holdings, place, beside).holds());
    }
}
