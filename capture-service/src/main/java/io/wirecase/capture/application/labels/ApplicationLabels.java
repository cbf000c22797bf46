package io.wirecase.capture.application.labels;

import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.fact.Resolution;
import io.wirecase.core.fact.ServiceFacts;
import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.fact.TlsCertificate;
import io.wirecase.core.fact.TlsCertificates;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Application.Found;
import io.wirecase.core.flow.FlowKey;
import io.wirecase.core.net.UntrustedText;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Joins to the protocols of a flow the application that uses them: by the name asked for in the flow itself (SNI, Host,
 * DNS question), by the names in the server's certificate, by the name the client had resolved; where not even a
 * protocol is known, by address. What the protocols are does not change.
 */
public final class ApplicationLabels {

    /** The tables that ship with the product. */
    public static final ApplicationLabels SHIPPED = new ApplicationLabels(
            DomainLabels.of(LabelFile.shipped("domains.tsv", ' ')),
            NetworkLabels.of(LabelFile.shipped("networks.tsv", ' ')),
            SubjectLabels.of(LabelFile.shipped("subjects.tsv", '\t')));

    /** Innermost protocols that carry others' applications. */
    private static final Set<String> CARRIERS = Set.of(
            "TLS", "DTLS", "QUIC", "HTTP", "HTTP2", "HTTP_Proxy", "HTTP_Connect", "DNS", "IMAPS", "POPS", "SMTPS");

    private static final String DNS = "DNS";
    private static final String PRIVATE_DNS = "DoH_DoT";

    /** What AnyDesk offers for a protocol, with its version and system behind it. */
    private static final String ANY_DESK_OFFER = "anydesk/";

    private static final Pattern SAYS_PRIVATE_DNS =
            Pattern.compile("(^|\\.)doh(\\d{1,2}|-[a-z0-9-]{1,20})?\\.", Pattern.CASE_INSENSITIVE);

    private final DomainLabels domains;
    private final NetworkLabels networks;
    private final SubjectLabels subjects;

    ApplicationLabels(DomainLabels domains, NetworkLabels networks, SubjectLabels subjects) {
        this.domains = domains;
        this.networks = networks;
        this.subjects = subjects;
    }

    /**
     * What a flow carries, with its application where that is known.
     *
     * @param read its protocols
     * @param facts what was read in it
     * @param resolution the name the client had resolved to reach the responder, or null
     * @param key who talks
     */
    public Application label(Application read, Facts facts, @Nullable Resolution resolution, FlowKey key) {
        if (read.stack().isEmpty()) {
            return unread(resolution, key);
        }
        String owner = resolution == null && refuted(read, facts.tcp()) ? owner(key) : null;
        if (owner != null) {
            return Application.UNKNOWN.with(owner, Found.BY_ADDRESS);
        }
        String innermost = read.stack().getLast();
        if (innermost.equals("STUN")) {
            return called(read, facts.service());
        }
        if (!CARRIERS.contains(innermost)) {
            return read;
        }
        String use = innermost.startsWith("HTTP") ? HttpUses.of(facts.http()) : null;
        if (use != null) {
            return new Application(read.with(use, Found.DECODED).stack(), read.from());
        }
        String told = innermost.equals(DNS) ? asked(facts.dns()) : told(facts);
        if (told != null) {
            return read.with(told, Found.DECODED);
        }
        if (saysPrivateDns(facts.tls())) {
            return read.with(PRIVATE_DNS, Found.GUESSED);
        }
        if (innermost.equals("TLS") && facts.tls() != null && TorLinks.likely(facts.tls(), resolution != null)) {
            return read.with("Tor", Found.GUESSED);
        }
        String resolved = resolution == null || asks(read, facts) ? null : find(resolution.name());
        return resolved == null ? read : read.with(resolved, Found.BY_DNS);
    }

    /**
     * Whether a flow itself asked for a name, known or not. Then what the client had resolved tells at most whom it
     * passed for: another name there is a cover, a proxy's name is not its clients'.
     */
    private static boolean asks(Application read, Facts facts) {
        TlsFacts tls = facts.tls();
        return facts.http() != null
                || tls != null && tls.serverName() != null
                || read.carrier().equals(DNS);
    }

    /** A call says itself whose it is, or the other flows of its ends do. */
    private static Application called(Application read, @Nullable ServiceFacts service) {
        UntrustedText use = service == null ? null : service.details().get(ServiceFacts.APPLICATION);
        return use == null ? read : read.with(use.raw(), Found.DECODED);
    }

    private Application unread(@Nullable Resolution resolution, FlowKey key) {
        String resolved = resolution == null ? null : find(resolution.name());
        if (resolved != null) {
            return Application.UNKNOWN.with(resolved, Found.BY_DNS);
        }
        String owner = owner(key);
        return owner == null ? Application.UNKNOWN : Application.UNKNOWN.with(owner, Found.BY_ADDRESS);
    }

    private @Nullable String owner(FlowKey key) {
        String responder = networks.find(key.responder().address());
        return responder == null ? networks.find(key.originator().address()) : responder;
    }

    /** Whether a connection was seen from its start and does not begin as the protocol of its port does. */
    private static boolean refuted(Application read, @Nullable TcpFacts tcp) {
        return read.from() == Found.BY_PORT
                && tcp != null
                && tcp.syn() != null
                && tcp.synAck() != null
                && tcp.history().indexOf('D') >= 0;
    }

    private @Nullable String find(@Nullable UntrustedText name) {
        return name == null ? null : domains.find(name.raw());
    }

    private @Nullable String asked(@Nullable DnsFacts dns) {
        return dns == null || dns.transactions().isEmpty()
                ? null
                : find(dns.transactions().getFirst().name());
    }

    private @Nullable String told(Facts facts) {
        TlsFacts tls = facts.tls();
        if (tls != null && (tls.serverName() != null || facts.http() == null)) {
            return told(tls);
        }
        HttpFacts http = facts.http();
        HttpExchange.Request request = http == null || http.exchanges().isEmpty()
                ? null
                : http.exchanges().getFirst().request();
        UntrustedText host = request == null ? null : request.host();
        return host == null ? null : domains.find(withoutPort(host.raw()));
    }

    private @Nullable String told(TlsFacts tls) {
        String asked = find(tls.serverName());
        if (asked != null) {
            return asked;
        }
        for (UntrustedText protocol : tls.alpn()) {
            // RFC 7858 and RFC 9250.
            if (protocol.raw().equals("dot") || protocol.raw().startsWith("doq")) {
                return PRIVATE_DNS;
            }
            if (protocol.raw().startsWith(ANY_DESK_OFFER)) {
                return "AnyDesk";
            }
        }
        TlsCertificates shown = tls.certificates();
        if (shown == null) {
            return null;
        }
        String server =
                shown.server().isEmpty() ? null : certified(shown.server().getFirst());
        return server == null && !shown.client().isEmpty()
                ? subjects.find(shown.client().getFirst())
                : server;
    }

    /** By the first of its names that is known, else by whom it was issued to. */
    private @Nullable String certified(TlsCertificate certificate) {
        for (UntrustedText name : certificate.names()) {
            String found = domains.find(name.raw());
            if (found != null) {
                return found;
            }
        }
        return subjects.find(certificate);
    }

    /** Whether a label of the host name asked for says that it resolves names: doh, doh2, doh-eu ... */
    private static boolean saysPrivateDns(@Nullable TlsFacts tls) {
        UntrustedText name = tls == null ? null : tls.serverName();
        return name != null && SAYS_PRIVATE_DNS.matcher(name.raw()).find();
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon < 0 ? host : host.substring(0, colon);
    }
}
