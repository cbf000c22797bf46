package io.wirecase.detection.arp;

import io.wirecase.core.alert.AddressClaim;
import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.alert.Behaviour.Role;
import io.wirecase.core.alert.Behaviour.RoleOf;
import io.wirecase.core.alert.Measure;
import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.arp.StationCase.Dispute;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The words and numbers of an alert about one station that claims several addresses. */
final class StationReading {

    /** The most claims told: of eight addresses, mostly, with two stations each. */
    private static final int MAX_CLAIMS = 16;

    private final StationCase station;
    private final Suspicion suspicion;

    StationReading(StationCase station, Suspicion suspicion) {
        this.station = station;
        this.suspicion = suspicion;
    }

    /** @param otherwiseNanos when it began where nothing is in dispute any more */
    Behaviour behaviour(long otherwiseNanos) {
        List<Dispute> disputes = station.disputes();
        return new Behaviour(
                        null,
                        disputes.stream()
                                .mapToLong(dispute -> dispute.contest().total().firstNanos())
                                .min()
                                .orElse(otherwiseNanos),
                        disputes.stream()
                                .mapToLong(dispute -> dispute.contest().total().lastNanos())
                                .max()
                                .orElse(otherwiseNanos),
                        total(dispute -> dispute.contest().total().flows()),
                        messages(),
                        measures(),
                        List.of(),
                        null,
                        claims())
                .withRoles(roles());
    }

    /** Messages that claimed an address in dispute. */
    long messages() {
        return total(dispute -> dispute.contest().total().messages());
    }

    private List<Measure> measures() {
        double gateways = station.disputes().stream().filter(Dispute::gateway).count();
        return List.of(
                new Measure("claimedAddresses", station.claimed(), "addresses", (double) StationCase.MIN_CLAIMED),
                new Measure("disputedAddresses", station.disputes().size(), "addresses", null),
                new Measure("gatewayAddresses", gateways, "addresses", 1.0),
                new Measure("otherStations", station.others().size(), "stations", (double) StationCase.MIN_OTHERS),
                new Measure(
                        "contestedMinutes", most(dispute -> dispute.contest().contestedMinutes()), "min", (double)
                                Suspicion.MIN_CONTESTED_MINUTES),
                new Measure("unsolicitedReplies", total(dispute -> dispute.mine().unsolicited), "messages", (double)
                        Suspicion.MIN_PUSHED),
                new Measure("gratuitousMessages", total(dispute -> dispute.mine().gratuitous), "messages", null),
                new Measure("otherSourceMessages", total(dispute -> dispute.mine().otherSource), "messages", 1.0),
                new Measure("leases", total(dispute -> dispute.mine().leases), "leases", null),
                new Measure("spoofingLikelihood", suspicion.likelihood(), "probability", Suspicion.LIMIT));
    }

    private List<AddressClaim> claims() {
        return station.disputes().stream()
                .flatMap(dispute ->
                        dispute.contest().macs().stream().map(entry -> ArpConflict.told(dispute.address(), entry)))
                .limit(MAX_CLAIMS)
                .toList();
    }

    /** Who did it is told only where it is held to be spoofing: else it is a fault, of either side. */
    private List<RoleOf> roles() {
        List<RoleOf> roles = new ArrayList<>();
        if (suspicion.spoofed()) {
            named(station.own().stream()).forEach(own -> roles.add(new RoleOf(Role.ATTACKER, own)));
        }
        named(station.disputes().stream().map(Dispute::address))
                .forEach(address -> roles.add(new RoleOf(Role.VICTIM, address)));
        return roles;
    }

    private static Stream<IpAddress> named(Stream<IpAddress> addresses) {
        return addresses.limit(Behaviour.MAX_ROLES);
    }

    private long total(ToLongFunction<Dispute> one) {
        return station.disputes().stream().mapToLong(one).sum();
    }

    private int most(ToIntFunction<Dispute> one) {
        return station.disputes().stream().mapToInt(one).max().orElse(0);
    }
}
