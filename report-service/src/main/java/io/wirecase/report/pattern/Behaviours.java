package io.wirecase.report.pattern;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Behaviour;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the codes of behaviours mean to the case. */
public final class Behaviours {

    /** Behaviours that mean the same to an explanation. */
    public enum Family {
        /** Many targets tried. */
        SCAN,
        /** A rate that serves no exchange. */
        FLOOD,
        /** One address, several devices. */
        ADDRESS_CONFLICT,
        /** Addresses or routes offered by a device that did not before. */
        ROGUE_SERVICE,
        /** One login tried again and again. */
        LOGIN,
        /** One protocol inside another. */
        HIDDEN_CHANNEL,
        /** Lookups of computed names. */
        GENERATED_NAMES,
        /** An amount far from the usual. */
        AMOUNT,
        /** One internal host after another. */
        SPREADING,
        /** A pool's protocol. */
        MINING,
        /** A known name at another's address. */
        IMPERSONATION,
        /** When and with whom: what timing, outcome and history measure themselves. */
        HABIT
    }

    private static final Map<Family, Set<String>> CODES = Map.ofEntries(
            Map.entry(
                    Family.SCAN,
                    Set.of(
                            "vertical_scan",
                            "horizontal_scan",
                            "block_scan",
                            "random_scan",
                            "distributed_scan",
                            "slow_scan")),
            Map.entry(
                    Family.FLOOD,
                    Set.of(
                            "syn_flood",
                            "udp_flood",
                            "icmp_flood",
                            "arp_flood",
                            "dhcp_flood",
                            "dns_flood",
                            "reflection")),
            Map.entry(Family.ADDRESS_CONFLICT, Set.of("arp_spoof")),
            Map.entry(Family.ROGUE_SERVICE, Set.of("rogue_dhcp", "rogue_router")),
            Map.entry(Family.LOGIN, Set.of("brute_force")),
            Map.entry(Family.HIDDEN_CHANNEL, Set.of("dns_tunnel", "icmp_tunnel", "proxy_tunnel")),
            Map.entry(Family.GENERATED_NAMES, Set.of("dga_burst", "dns_c2")),
            Map.entry(Family.AMOUNT, Set.of("exfiltration", "volume_outlier", "minute_outlier")),
            Map.entry(Family.SPREADING, Set.of("lateral_movement")),
            Map.entry(Family.MINING, Set.of("mining")),
            Map.entry(Family.IMPERSONATION, Set.of("impersonated_service")),
            Map.entry(
                    Family.HABIT,
                    Set.of("beacon", "refused_retry", "long_connection", "rare_destination", "periodicity_changed")));

    private static final Map<String, Family> BY_CODE = CODES.entrySet().stream()
            .flatMap(e -> e.getValue().stream().map(code -> Map.entry(code, e.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Set<String> LOOKUPS = Set.of("dns_tunnel", "dns_c2", "dga_burst");

    private Behaviours() {}

    /** Every code with a meaning. */
    public static Set<String> codes() {
        return BY_CODE.keySet();
    }

    /** What a code means, or empty for one that is no behaviour. */
    public static Optional<Family> family(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /**
     * Whether a code is about an address that several stations claim: then the host is what is claimed, not who did it.
     */
    public static boolean isAddressConflict(String code) {
        return BY_CODE.get(code) == Family.ADDRESS_CONFLICT;
    }

    /** Whether an alert is about one station that claims several addresses, of which the host is the first. */
    public static boolean claimsSeveral(Alert alert) {
        Behaviour behaviour = alert.evidence().behaviour();
        return behaviour != null && behaviour.claims().stream().anyMatch(claim -> claim.address() != null);
    }

    /** Whether a code is about lookups: then the other ends are resolvers, which only pass questions on. */
    public static boolean isOfLookups(String code) {
        return LOOKUPS.contains(code);
    }

    /** Whether a code names a scan. */
    public static boolean isScan(String code) {
        return BY_CODE.get(code) == Family.SCAN;
    }
}
