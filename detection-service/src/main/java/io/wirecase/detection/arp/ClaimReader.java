package io.wirecase.detection.arp;

import io.wirecase.core.flow.ArpMessages;
import io.wirecase.core.flow.DhcpFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.FlowKey;
import io.wirecase.core.flow.IcmpFacts;
import io.wirecase.core.flow.IpAddress;
import io.wirecase.core.flow.LinkFacts;
import io.wirecase.core.flow.MacAddress;
import io.wirecase.core.flow.Transport;
import io.wirecase.detection.behaviour.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads who claimed which address: by ARP (RFC 826), by neighbour discovery (RFC 4861), by a lease (RFC 2131). */
final class ClaimReader {

    private static final int SOLICITATION = 135;
    private static final int ADVERTISEMENT = 136;
    private static final int ACK = 5;

    /** Advertisements to one neighbour from which they count as pushed, when they come faster than it would ask. */
    private static final int PUSHED = 5;

    private static final long ASKED_AGAIN = 10_000_000_000L;

    private ClaimReader() {}

    static List<Digest<Claim>> read(Flow flow) {
        LinkFacts link = flow.facts().link();
        DhcpFacts dhcp = flow.facts().dhcp();
        List<Digest<Claim>> claims = new ArrayList<>(2);
        if (flow.key().transport() == Transport.ARP && link != null) {
            claim(claims, flow, flow.originator(), link.arpSenderMac(), link.originatorArp());
            claim(claims, flow, flow.responder(), link.arpAnsweredMac(), link.responderArp());
        } else if (flow.key().transport() == Transport.ICMPV6 && link != null) {
            claim(claims, flow, flow.originator(), link.originatorMac(), neighbour(flow));
        } else if (dhcp != null) {
            lease(claims, flow, dhcp);
        }
        return claims;
    }

    /** A probe's sender has no address yet (RFC 5227) and claims none. */
    private static void claim(
            List<Digest<Claim>> claims,
            Flow flow,
            IpAddress address,
            @Nullable MacAddress mac,
            @Nullable ArpMessages sent) {
        if (mac != null && sent != null && !address.unspecified()) {
            Claim claim = new Claim(mac.value(), sent);
            claims.add(new Digest<>(address, segment(flow.key()), sent.firstNanos(), claim, true));
        }
    }

    /** What neighbour discovery's sender sent, in the words of ARP; null for any other message. */
    private static @Nullable ArpMessages neighbour(Flow flow) {
        IcmpFacts icmp = flow.facts().icmp();
        if (icmp == null || icmp.type() != SOLICITATION && icmp.type() != ADVERTISEMENT) {
            return null;
        }
        int sent = (int) Math.min(Integer.MAX_VALUE, flow.traffic().originator().packets());
        long first = flow.span().startNanos();
        long last = flow.span().endNanos();
        boolean toAll = flow.responder().multicast();
        boolean answers = icmp.type() == ADVERTISEMENT;
        boolean pushed = answers && !toAll && sent >= PUSHED && (last - first) / sent < ASKED_AGAIN;
        return new ArpMessages(
                first, last, answers ? 0 : sent, answers ? sent : 0, pushed ? sent : 0, answers && toAll ? sent : 0, 0);
    }

    private static void lease(List<Digest<Claim>> claims, Flow flow, DhcpFacts dhcp) {
        IpAddress assigned = dhcp.assigned();
        MacAddress client = dhcp.clientMac();
        if (assigned != null && client != null && dhcp.messages().contains(ACK)) {
            long at = flow.span().startNanos();
            claims.add(new Digest<>(assigned, segment(flow.key()), at, Claim.lease(client.value(), at), false));
        }
    }

    /** The same address in two VLANs is two addresses. */
    private static String segment(FlowKey key) {
        String vlans = key.vlans().stream().map(String::valueOf).collect(Collectors.joining("."));
        String tunnel = key.tunnel();
        return tunnel == null ? vlans : vlans + "@" + tunnel;
    }
}
