package io.wirecase.detection.spoof;

import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.alert.Behaviour.Role;
import io.wirecase.core.alert.Behaviour.RoleOf;
import io.wirecase.core.fact.DhcpFacts;
import io.wirecase.core.fact.IcmpFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Transport;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.behaviour.SubjectDetector;
import io.wirecase.detection.behaviour.Subjects;
import io.wirecase.detection.spoof.Offers.Server;
import io.wirecase.detection.tally.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A second server of what every host of a link believes. Two that began together are a pair; one that begins while
 * another has served for long, or that sends hosts elsewhere, is what an attack looks like.
 */
public final class RogueServer implements SubjectDetector<Offer, Offers> {

    private static final int POINTS_ROGUE = 100;
    private static final int POINTS_SECOND = 10;
    private static final int SERVER_SHARE = 10;
    private static final int DHCP_SERVER = 67;
    private static final int DHCP_CLIENT = 68;
    private static final int MAX_NAMED = 8;

    /** OFFER and ACK (RFC 2131). */
    private static final List<Integer> GIVEN = List.of(2, 5);

    private static final int ADVERTISEMENT = 134;

    /** More routers than any link has: a flood of made-up ones. */
    private static final int MADE_UP = 5;

    private final String code;
    private final SpoofLimits limits;

    private RogueServer(String code, SpoofLimits limits) {
        this.code = code;
        this.limits = limits;
    }

    /** DHCP servers (RFC 2131): told by what they name as gateways and resolvers. */
    public static RogueServer dhcp(SpoofLimits limits) {
        return new RogueServer("rogue_dhcp", limits);
    }

    /** Routers that advertise themselves (RFC 4861): told by when they began and how many there are. */
    public static RogueServer router(SpoofLimits limits) {
        return new RogueServer("rogue_router", limits);
    }

    private boolean ofDhcp() {
        return code.equals("rogue_dhcp");
    }

    @Override
    public String kind() {
        return code;
    }

    @Override
    public Duration bucket() {
        return Duration.ofDays(1);
    }

    @Override
    public List<Digest<Offer>> read(Flow flow) {
        if (!flow.ending().last()) {
            return List.of();
        }
        Optional<Offer> offer = ofDhcp() ? dhcp(flow) : router(flow);
        IpAddress link = ofDhcp() ? Segments.ALL_V4 : Segments.ALL_V6;
        return offer.map(its -> List.of(
                        new Digest<>(link, Segments.of(flow.key()), flow.span().startNanos(), its, true)))
                .orElse(List.of());
    }

    private static Optional<Offer> dhcp(Flow flow) {
        DhcpFacts dhcp = flow.facts().dhcp();
        Integer from = flow.key().originator().port();
        Integer to = flow.key().responder().port();
        if (dhcp == null
                || dhcp.version() != 4
                || from == null
                || to == null
                || dhcp.messages().stream().noneMatch(GIVEN::contains)) {
            return Optional.empty();
        }
        boolean told = from == DHCP_SERVER && to == DHCP_CLIENT;
        boolean asked =
                from == DHCP_CLIENT && to == DHCP_SERVER && !flow.responder().broadcast();
        if (!told && !asked) {
            return Optional.empty();
        }
        // A relay hands on what a server far away gives: the server's own word of who it is counts.
        IpAddress server = dhcp.server();
        IpAddress who = server != null ? server : told ? flow.originator() : flow.responder();
        long packets = (told ? flow.traffic().originator() : flow.traffic().responder()).packets();
        return Optional.of(new Offer(
                who, terms(dhcp), flow.span().startNanos(), flow.span().endNanos(), packets));
    }

    private static long terms(DhcpFacts dhcp) {
        if (dhcp.routers().isEmpty() && dhcp.resolvers().isEmpty()) {
            return 0;
        }
        long hash = 1;
        for (IpAddress one : dhcp.routers()) {
            hash = hash * 0x9E3779B97F4A7C15L + one.low() + 1;
        }
        for (IpAddress one : dhcp.resolvers()) {
            hash = hash * 0xBF58476D1CE4E5B9L + one.low() + 2;
        }
        return hash == 0 ? 1 : hash;
    }

    private static Optional<Offer> router(Flow flow) {
        IcmpFacts icmp = flow.facts().icmp();
        if (flow.key().transport() != Transport.ICMPV6 || icmp == null || icmp.type() != ADVERTISEMENT) {
            return Optional.empty();
        }
        return Optional.of(new Offer(
                flow.originator(),
                0,
                flow.span().startNanos(),
                flow.span().endNanos(),
                flow.traffic().originator().packets()));
    }

    @Override
    public Offers fresh() {
        return new Offers();
    }

    @Override
    public Offers stored(byte[] bytes) {
        return Offers.of(bytes);
    }

    @Override
    public boolean plausible(Offers state) {
        return state.size() > 1;
    }

    @Override
    public BehaviourReading read(BehaviourKey key, Offers state) {
        List<Map.Entry<IpAddress, Server>> servers = state.inOrder();
        Server first = servers.getFirst().getValue();
        Map.Entry<IpAddress, Server> latest = servers.getLast();
        boolean late = latest.getValue().firstNanos - first.firstNanos
                >= limits.settled().toNanos();
        boolean elsewhere = state.differentTerms() > 1;
        boolean rogue = ofDhcp() ? elsewhere : late || servers.size() >= MADE_UP;
        // Two DHCP servers that say the same are a pair that shares the work.
        boolean holds = servers.size() > 1 && (!ofDhcp() || elsewhere);
        Verdict verdict = new Verdict(holds, code, Subjects.host(latest.getKey()))
                .weight(servers.size())
                .points(rogue ? POINTS_ROGUE : POINTS_SECOND, SERVER_SHARE)
                .says(words(rogue, late))
                .observed(latest.getKey().toString())
                .limit("a single server, or several that say the same")
                .measure("servers", servers.size(), "hosts", 1)
                .measure(
                        "beganAfterFirst",
                        (latest.getValue().firstNanos - first.firstNanos) / 1e9,
                        "s",
                        late ? limits.settled().toSeconds() : null)
                .measure("differentTerms", state.differentTerms(), "terms", null);
        if (ofDhcp()) {
            verdict.attack("T1557.003", "Adversary-in-the-Middle: DHCP Spoofing");
        } else {
            verdict.attack("T1557", "Adversary-in-the-Middle");
        }
        return verdict.reading(behaviour(servers, verdict));
    }

    private String words(boolean rogue, boolean late) {
        if (ofDhcp()) {
            return late
                    ? "A second DHCP server began later and sends hosts to other gateways or resolvers"
                    : "DHCP servers of one link send hosts to different gateways or resolvers";
        }
        return rogue
                ? "Routers advertise themselves that did not before, or too many"
                : "Several routers advertise themselves on one link";
    }

    private Behaviour behaviour(List<Map.Entry<IpAddress, Server>> servers, Verdict verdict) {
        List<RoleOf> roles = new ArrayList<>();
        servers.stream()
                .skip(Math.max(1, servers.size() - MAX_NAMED))
                .forEach(server -> roles.add(new RoleOf(Role.ATTACKER, server.getKey())));
        long flows = 0;
        long packets = 0;
        long last = Long.MIN_VALUE;
        for (Map.Entry<IpAddress, Server> server : servers) {
            flows += server.getValue().flows;
            packets += server.getValue().packets;
            last = Math.max(last, server.getValue().lastNanos);
        }
        roles.add(new RoleOf(Role.VICTIM, ofDhcp() ? Segments.ALL_V4 : Segments.ALL_V6));
        return new Behaviour(
                        null,
                        servers.getFirst().getValue().firstNanos,
                        last,
                        flows,
                        packets,
                        verdict.measures(),
                        List.of())
                .withRoles(roles);
    }
}
