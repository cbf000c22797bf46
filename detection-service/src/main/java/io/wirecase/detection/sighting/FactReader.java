package io.wirecase.detection.sighting;

import io.wirecase.core.fact.DhcpFacts;
import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.fact.LinkFacts;
import io.wirecase.core.fact.ServiceFacts;
import io.wirecase.core.fact.SshFacts;
import io.wirecase.core.fact.SynFacts;
import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Locality;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.intel.Sighting.Kind;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a flow tells of the hosts we own at its ends; where neither is ours, of its originator. A side's facts
 * count only once the other side answered: anybody can send one packet in another's name. Without state.
 */
public final class FactReader {

    private static final int[] FIRST_TTLS = {32, 64, 128, 255};
    private static final Set<Locality> NO_HOST =
            Set.of(Locality.MULTICAST, Locality.BROADCAST, Locality.LOOPBACK, Locality.UNSPECIFIED);

    private final Networks networks;

    /** A reader. @param networks the operator's own */
    public FactReader(Networks networks) {
        this.networks = networks;
    }

    /** The facts of a flow, each once, in an order of ours. */
    public Set<Fact> read(Flow flow) {
        Draft draft = new Draft(flow, ours(flow, flow.originator(), true), ours(flow, flow.responder(), false));
        Facts facts = flow.facts();
        if (flow.key().transport() == Transport.ARP) {
            arp(draft, facts.link());
        }
        dhcp(draft, facts.dhcp());
        boolean answered = flow.traffic().responder().packets() > 0;
        if (answered) {
            stack(draft, facts.tcp());
            names(draft, facts);
            http(draft, facts.http());
            tls(draft, facts.tls());
            ssh(draft, facts.ssh());
            software(draft, facts.service());
            service(draft, flow);
        }
        return draft.facts;
    }

    private boolean ours(Flow flow, IpAddress host, boolean originator) {
        if (NO_HOST.contains(networks.locality(host))) {
            return false;
        }
        return networks.internal(host) || (originator && !networks.internal(flow.responder()));
    }

    private static void arp(Draft draft, @Nullable LinkFacts link) {
        if (link != null) {
            draft.client(Kind.MAC, link.arpSenderMac());
            draft.server(Kind.MAC, link.arpAnsweredMac());
        }
    }

    /** A client has no address of its own until it was given one: what it says is of that address. */
    private void dhcp(Draft draft, @Nullable DhcpFacts dhcp) {
        if (dhcp == null) {
            return;
        }
        IpAddress given = dhcp.assigned() == null ? draft.flow.originator() : dhcp.assigned();
        if (networks.internal(given)) {
            draft.add(given, Kind.MAC, dhcp.clientMac());
            draft.add(given, Kind.DHCP_NAME, raw(dhcp.hostName()));
            draft.add(given, Kind.DHCP_VENDOR, raw(dhcp.vendorClass()));
        }
    }

    private static void stack(Draft draft, @Nullable TcpFacts tcp) {
        SynFacts syn = tcp == null ? null : tcp.syn();
        if (syn == null) {
            return;
        }
        int first = 255;
        for (int ttl : FIRST_TTLS) {
            if (syn.ttl() <= ttl) {
                first = ttl;
                break;
            }
        }
        draft.client(
                Kind.SYN,
                first + ";" + syn.window() + ";" + told(syn.mss()) + ";" + told(syn.windowScale()) + ";"
                        + syn.options());
    }

    private static String told(@Nullable Integer option) {
        return option == null ? "-" : option.toString();
    }

    private static void names(Draft draft, Facts facts) {
        DnsFacts dns = facts.dns();
        if (dns != null) {
            dns.transactions().forEach(one -> draft.client(Kind.ASKED_NAME, name(one.name())));
        }
        TlsFacts tls = facts.tls();
        if (tls != null) {
            named(draft, tls.serverName());
        }
        HttpFacts http = facts.http();
        if (http != null) {
            for (HttpExchange exchange : http.exchanges()) {
                HttpExchange.Request request = exchange.request();
                named(draft, request == null ? null : request.host());
            }
        }
    }

    private static void named(Draft draft, @Nullable UntrustedText name) {
        draft.client(Kind.ASKED_NAME, name(name));
        draft.server(Kind.SERVED_NAME, name(name));
    }

    private static void http(Draft draft, @Nullable HttpFacts http) {
        if (http == null) {
            return;
        }
        for (HttpExchange exchange : http.exchanges()) {
            HttpExchange.Request request = exchange.request();
            HttpExchange.Response response = exchange.response();
            if (request != null) {
                draft.client(Kind.USER_AGENT, raw(request.userAgent()));
            }
            if (response != null) {
                draft.server(Kind.SERVER, raw(response.server()));
            }
        }
    }

    private static void tls(Draft draft, @Nullable TlsFacts tls) {
        if (tls != null) {
            draft.client(Kind.JA3, tls.ja3());
            draft.client(Kind.JA4, tls.ja4());
            draft.server(Kind.JA3S, tls.ja3s());
        }
    }

    private static void ssh(Draft draft, @Nullable SshFacts ssh) {
        if (ssh != null) {
            draft.client(Kind.HASSH, ssh.hassh());
            draft.client(Kind.SSH_CLIENT, raw(ssh.clientBanner()));
            draft.server(Kind.HASSH_SERVER, ssh.hasshServer());
            draft.server(Kind.SSH_SERVER, raw(ssh.serverBanner()));
        }
    }

    private static void software(Draft draft, @Nullable ServiceFacts service) {
        if (service != null) {
            String of = service.protocol() + ": ";
            draft.client(Kind.CLIENT_SOFTWARE, service.client() == null ? null : of + raw(service.client()));
            draft.server(Kind.SERVER_SOFTWARE, service.server() == null ? null : of + raw(service.server()));
        }
    }

    /** Offered is what was answered with more than headers. */
    private static void service(Draft draft, Flow flow) {
        Integer port = flow.key().responder().port();
        if (port != null && flow.traffic().responder().payloadBytes() > 0) {
            String spoken = flow.application().stack().isEmpty()
                    ? ""
                    : " " + flow.application().carrier();
            draft.server(Kind.SERVICE, flow.key().transport().name().toLowerCase(Locale.ROOT) + "/" + port + spoken);
        }
    }

    private static @Nullable String raw(@Nullable UntrustedText text) {
        return text == null ? null : text.raw();
    }

    /** Names are the same in any case (RFC 4343). */
    private static @Nullable String name(@Nullable UntrustedText name) {
        return name == null ? null : name.raw().toLowerCase(Locale.ROOT);
    }

    /** The facts so far. */
    private static final class Draft {

        private final Flow flow;
        private final boolean clientOurs;
        private final boolean serverOurs;
        private final Set<Fact> facts = new LinkedHashSet<>();

        Draft(Flow flow, boolean clientOurs, boolean serverOurs) {
            this.flow = flow;
            this.clientOurs = clientOurs;
            this.serverOurs = serverOurs;
        }

        void client(Kind kind, @Nullable Object value) {
            if (clientOurs) {
                add(flow.originator(), kind, value);
            }
        }

        void server(Kind kind, @Nullable Object value) {
            if (serverOurs) {
                add(flow.responder(), kind, value);
            }
        }

        void add(IpAddress host, Kind kind, @Nullable Object value) {
            String text = value == null ? "" : value.toString();
            if (!text.isEmpty()) {
                facts.add(new Fact(flow.origin().site(), host, kind, text));
            }
        }
    }
}
