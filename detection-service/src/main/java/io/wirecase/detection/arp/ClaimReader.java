package io.wirecase.detection.arp;

import io.wirecase.core.fact.ArpMessages;
import io.wirecase.core.fact.DhcpFacts;
import io.wirecase.core.fact.IcmpFacts;
import io.wirecase.core.fact.LinkFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.MacAddress;
import io.wirecase.core.net.Transport;
import io.wirecase.detection.behaviour.Digest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads who claimed which address: by ARP (RFC 826), by neighbour discovery (RFC 4861), by a lease (RFC 2131); and who
 * is a router: by what DHCP servers and routers say, and by where frames for addresses outside go.
 */
final class ClaimReader {

    private static final int SOLICITATION = 135;
    private static final int ADVERTISEMENT = 136;
    private static final int ROUTER_ADVERTISEMENT = 134;
    private static final int OFFER = 2;
    private static final int ACK = 5;
    private static final long GROUP_BIT = 0x01L << 40;

    /** Advertisements to one neighbour from which they count as pushed, when they come faster than it would ask. */
    private static final int PUSHED = 5;

    private static final long ASKED_AGAIN = 10_000_000_000L;

    private ClaimReader() {}

    static List<Digest<Word>> read(Flow flow, Networks networks) {
        LinkFacts link = flow.facts().link();
        DhcpFacts dhcp = flow.facts().dhcp();
        List<Digest<Word>> words = new ArrayList<>();
        if (flow.key().transport() == Transport.ARP && link != null) {
            claim(words, flow, flow.originator(), link.arpSenderMac(), link.originatorArp());
            claim(words, flow, flow.responder(), link.arpAnsweredMac(), link.responderArp());
            return words;
        }
        if (flow.key().transport() == Transport.ICMPV6 && link != null) {
            claim(words, flow, flow.originator(), link.originatorMac(), neighbour(flow));
            advertised(words, flow);
        } else if (dhcp != null) {
            lease(words, flow, dhcp);
        }
        if (link != null && flow.key().tunnel() == null) {
            carried(words, flow, link.responderMac(), networks);
        }
        return words;
    }

    /** A probe's sender has no address yet (RFC 5227) and claims none. */
    private static void claim(
            List<Digest<Word>> words,
            Flow flow,
            IpAddress address,
            @Nullable MacAddress mac,
            @Nullable ArpMessages sent) {
        if (mac != null && sent != null && !address.unspecified()) {
            Place place = Place.of(flow.key());
            Claim claim = new Claim(mac.value(), sent);
            tell(words, place.of(address), sent.firstNanos(), new Word.OfAddress(address, claim), true);
            Word held = new Word.OfStation(mac.value(), address);
            tell(words, place.of(mac.value()), sent.firstNanos(), held, false);
        }
    }

    private static void tell(List<Digest<Word>> words, String detail, long nanos, Word word, boolean example) {
        words.add(new Digest<>(Place.LINK, detail, nanos, word, example));
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

    private static void lease(List<Digest<Word>> words, Flow flow, DhcpFacts dhcp) {
        IpAddress assigned = dhcp.assigned();
        MacAddress client = dhcp.clientMac();
        Place place = Place.of(flow.key());
        long at = flow.span().startNanos();
        if (assigned != null && client != null && dhcp.messages().contains(ACK)) {
            Claim lease = Claim.lease(client.value(), at);
            tell(words, place.of(assigned), at, new Word.OfAddress(assigned, lease), false);
        }
        if (dhcp.messages().contains(ACK) || dhcp.messages().contains(OFFER)) {
            dhcp.routers().forEach(router -> tell(words, place.of(router), at, new Word.OfRouter(router), false));
        }
    }

    private static void advertised(List<Digest<Word>> words, Flow flow) {
        IcmpFacts icmp = flow.facts().icmp();
        if (icmp != null && icmp.type() == ROUTER_ADVERTISEMENT) {
            IpAddress router = flow.originator();
            String detail = Place.of(flow.key()).of(router);
            tell(words, detail, flow.span().startNanos(), new Word.OfRouter(router), false);
        }
    }

    /** Frames for an address outside go to a station that routes. */
    private static void carried(List<Digest<Word>> words, Flow flow, @Nullable MacAddress to, Networks networks) {
        if (to != null
                && (to.value() & GROUP_BIT) == 0
                && networks.internal(flow.originator())
                && !networks.internal(flow.responder())
                && !flow.responder().multicast()
                && !flow.responder().broadcast()) {
            String detail = Place.of(flow.key()).of(to.value());
            tell(words, detail, flow.span().startNanos(), new Word.OfCarrier(to.value()), false);
        }
    }
}
