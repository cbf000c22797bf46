package io.wirecase.detection.scan;

import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.fact.IcmpFacts;
import io.wirecase.core.fact.LinkFacts;
import io.wirecase.core.fact.SynFacts;
import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.measure.Contact;
import io.wirecase.core.measure.Contact.Outcome;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.MacAddress;
import io.wirecase.detection.behaviour.Draw;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a flow as a try at a target, where it is one. */
public final class ContactReader {

    private static final int ECHO = 8;
    private static final int ECHO_V6 = 128;
    private static final long GROUP_BIT = 0x01L << 40;

    /** Clients ask many of these in vain and fall back: QUIC (RFC 9000), STUN (RFC 8489), DNS. */
    private static final Set<Integer> UDP_OF_CLIENTS = Set.of(443, 3478, 53);

    /** Below this a port belongs to a service; its late answers are no probes. */
    private static final int FIRST_CLIENT_PORT = 1024;

    private ContactReader() {}

    /**
     * The contact a flow is.
     *
     * @return empty for parts of a flow that goes on, for group and broadcast destinations, and for flows that show no
     *     beginning: a first packet in the middle of a connection says nothing about who sought whom
     */
    public static Optional<ScanContact> read(Flow flow) {
        if (!flow.ending().last() || toMany(flow)) {
            return Optional.empty();
        }
        return switch (flow.key().transport()) {
            case TCP -> tcp(flow, flow.facts().tcp());
            case UDP -> udp(flow);
            case ICMP, ICMPV6 -> icmp(flow, flow.facts().icmp());
            default -> Optional.empty();
        };
    }

    private static Optional<ScanContact> tcp(Flow flow, @Nullable TcpFacts tcp) {
        if (tcp == null || flow.key().responder().port() == null) {
            return Optional.empty();
        }
        boolean opens =
                tcp.syn() != null || (tcp.firstFlags() & (TcpFacts.SYN | TcpFacts.ACK | TcpFacts.RST)) == TcpFacts.SYN;
        return opens
                ? Optional.of(contact(flow, ScanFamily.TCP, outcome(flow, tcp), technique(tcp)))
                : StrayReader.read(flow, tcp)
                        .map(stray -> contact(flow, stray.family(), stray.outcome(), stray.technique()));
    }

    private static Outcome outcome(Flow flow, TcpFacts tcp) {
        if (flow.traffic().total().payloadBytes() > 0) {
            return Outcome.ANSWERED;
        }
        boolean synAck = tcp.synAck() != null
                || (tcp.responderFlags() & (TcpFacts.SYN | TcpFacts.ACK)) == (TcpFacts.SYN | TcpFacts.ACK);
        // Where the capture holds one direction only, the originator's plain ACK tells of the answer.
        boolean acknowledged = flow.traffic().responder().packets() == 0
                && (tcp.originatorFlags() & TcpFacts.ACK) != 0
                && (tcp.originatorFlags() & TcpFacts.RST) == 0;
        if (synAck || acknowledged) {
            return Outcome.EMPTY;
        }
        return (tcp.responderFlags() & TcpFacts.RST) != 0 ? Outcome.REFUSED : Outcome.SILENT;
    }

    /** An open port tells how it was probed; of a closed one only the SYN's options do, as a hint that it gives way. */
    private static ScanTechnique technique(TcpFacts tcp) {
        if (tcp.handshakeNanos() != null) {
            return ScanTechnique.CONNECT;
        }
        if (tcp.synAck() != null) {
            return ScanTechnique.SYN;
        }
        SynFacts syn = tcp.syn();
        boolean bare = syn != null && (syn.options().isEmpty() || syn.options().equals("mss"));
        return bare ? ScanTechnique.SYN : ScanTechnique.CONNECT;
    }

    private static Optional<ScanContact> udp(Flow flow) {
        Integer from = flow.key().originator().port();
        Integer to = flow.key().responder().port();
        if (from == null
                || to == null
                || UDP_OF_CLIENTS.contains(to)
                || UDP_OF_CLIENTS.contains(from)
                || from < FIRST_CLIENT_PORT && to >= FIRST_CLIENT_PORT) {
            return Optional.empty();
        }
        Outcome outcome = flow.traffic().responder().packets() > 0 ? Outcome.ANSWERED : Outcome.SILENT;
        return Optional.of(contact(flow, ScanFamily.UDP, outcome, ScanTechnique.UDP));
    }

    private static Optional<ScanContact> icmp(Flow flow, @Nullable IcmpFacts icmp) {
        if (icmp == null || icmp.type() != ECHO && icmp.type() != ECHO_V6) {
            return Optional.empty();
        }
        Outcome outcome = flow.traffic().responder().packets() > 0 ? Outcome.ANSWERED : Outcome.SILENT;
        return Optional.of(contact(flow, ScanFamily.ICMP, outcome, ScanTechnique.ICMP));
    }

    private static ScanContact contact(Flow flow, ScanFamily family, Outcome outcome, ScanTechnique technique) {
        Integer port = family == ScanFamily.ICMP ? null : flow.key().responder().port();
        return new ScanContact(
                family,
                flow.responder(),
                port == null ? Contact.NO_PORT : port,
                flow.span().startNanos(),
                outcome,
                named(flow),
                technique,
                mark(family, flow.facts().tcp()),
                flow.traffic().total().packets(),
                Draw.of(flow));
    }

    private static SynMark mark(ScanFamily family, @Nullable TcpFacts tcp) {
        return family == ScanFamily.TCP && tcp != null ? SynMark.of(tcp.syn()) : SynMark.NONE;
    }

    private static boolean named(Flow flow) {
        TlsFacts tls = flow.facts().tls();
        HttpFacts http = flow.facts().http();
        return flow.resolution() != null
                || tls != null && tls.serverName() != null
                || http != null && http.exchanges().stream().anyMatch(ContactReader::namesHost);
    }

    private static boolean namesHost(HttpExchange exchange) {
        HttpExchange.Request request = exchange.request();
        // An address in the Host header is what a scanner of addresses sends: it names nothing.
        return request != null
                && request.host() != null
                && IpAddress.parse(withoutPort(request.host().raw())).isEmpty();
    }

    private static String withoutPort(String host) {
        int colon = host.indexOf(':');
        return colon > 0 && colon == host.lastIndexOf(':') ? host.substring(0, colon) : host;
    }

    private static boolean toMany(Flow flow) {
        IpAddress to = flow.responder();
        IpAddress from = flow.originator();
        LinkFacts link = flow.facts().link();
        MacAddress mac = link == null ? null : link.responderMac();
        return to.multicast()
                || to.broadcast()
                || to.unspecified()
                || from.unspecified()
                || from.multicast()
                || mac != null && (mac.value() & GROUP_BIT) != 0;
    }
}
