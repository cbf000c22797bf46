package io.wirecase.core.fact;

import org.jspecify.annotations.Nullable;

/**
 * What the parsers read in a flow; each null when it did not apply.
 *
 * @param tcp TCP headers
 * @param icmp ICMP headers
 * @param link link layer and ARP
 * @param http HTTP exchanges
 * @param tls TLS handshakes
 * @param dns DNS transactions
 * @param nameConflict the name asked for was answered with other addresses
 * @param quic QUIC connection
 * @param ssh SSH connection
 * @param dhcp DHCP messages
 * @param login logins in clear
 * @param service what the ends of other protocols said of themselves
 * @param errors ICMP errors about the flow
 */
public record Facts(
        @Nullable TcpFacts tcp,
        @Nullable IcmpFacts icmp,
        @Nullable LinkFacts link,
        @Nullable HttpFacts http,
        @Nullable TlsFacts tls,
        @Nullable DnsFacts dns,
        @Nullable NameConflict nameConflict,
        @Nullable QuicFacts quic,
        @Nullable SshFacts ssh,
        @Nullable DhcpFacts dhcp,
        @Nullable LoginFacts login,
        @Nullable ServiceFacts service,
        @Nullable IcmpErrors errors) {

    /** Nothing read. */
    public static final Facts NONE = new Draft().build();

    /** Facts of a flow of the commonest protocols. */
    public Facts(
            @Nullable TcpFacts tcp,
            @Nullable IcmpFacts icmp,
            @Nullable LinkFacts link,
            @Nullable HttpFacts http,
            @Nullable TlsFacts tls,
            @Nullable DnsFacts dns) {
        this(tcp, icmp, link, http, tls, dns, null, null, null, null, null, null, null);
    }

    /** A draft that begins with these facts. */
    public Draft draft() {
        return new Draft()
                .tcp(tcp)
                .icmp(icmp)
                .link(link)
                .http(http)
                .tls(tls)
                .dns(dns)
                .nameConflict(nameConflict)
                .quic(quic)
                .ssh(ssh)
                .dhcp(dhcp)
                .login(login)
                .service(service)
                .errors(errors);
    }

    /** Tells these facts; what is null here is left as it was told. */
    public void tell(Draft draft) {
        draft.tcp = tcp == null ? draft.tcp : tcp;
        draft.icmp = icmp == null ? draft.icmp : icmp;
        draft.link = link == null ? draft.link : link;
        draft.http = http == null ? draft.http : http;
        draft.tls = tls == null ? draft.tls : tls;
        draft.dns = dns == null ? draft.dns : dns;
        draft.nameConflict = nameConflict == null ? draft.nameConflict : nameConflict;
        draft.quic = quic == null ? draft.quic : quic;
        draft.ssh = ssh == null ? draft.ssh : ssh;
        draft.dhcp = dhcp == null ? draft.dhcp : dhcp;
        draft.login = login == null ? draft.login : login;
        draft.service = service == null ? draft.service : service;
        draft.errors = errors == null ? draft.errors : errors;
    }

    /** Facts in the making: each parser tells its own, what nobody tells stays null. */
    public static final class Draft {

        private @Nullable TcpFacts tcp;
        private @Nullable IcmpFacts icmp;
        private @Nullable LinkFacts link;
        private @Nullable HttpFacts http;
        private @Nullable TlsFacts tls;
        private @Nullable DnsFacts dns;
        private @Nullable NameConflict nameConflict;
        private @Nullable QuicFacts quic;
        private @Nullable SshFacts ssh;
        private @Nullable DhcpFacts dhcp;
        private @Nullable LoginFacts login;
        private @Nullable ServiceFacts service;
        private @Nullable IcmpErrors errors;

        /** Tells the tcp member; null tells that there is none. */
        public Draft tcp(@Nullable TcpFacts tcp) {
            this.tcp = tcp;
            return this;
        }

        /** Tells the icmp member; null tells that there is none. */
        public Draft icmp(@Nullable IcmpFacts icmp) {
            this.icmp = icmp;
            return this;
        }

        /** Tells the link member; null tells that there is none. */
        public Draft link(@Nullable LinkFacts link) {
            this.link = link;
            return this;
        }

        /** Tells the http member; null tells that there is none. */
        public Draft http(@Nullable HttpFacts http) {
            this.http = http;
            return this;
        }

        /** Tells the tls member; null tells that there is none. */
        public Draft tls(@Nullable TlsFacts tls) {
            this.tls = tls;
            return this;
        }

        /** Tells the dns member; null tells that there is none. */
        public Draft dns(@Nullable DnsFacts dns) {
            this.dns = dns;
            return this;
        }

        /** Tells the nameConflict member; null tells that there is none. */
        public Draft nameConflict(@Nullable NameConflict nameConflict) {
            this.nameConflict = nameConflict;
            return this;
        }

        /** Tells the quic member; null tells that there is none. */
        public Draft quic(@Nullable QuicFacts quic) {
            this.quic = quic;
            return this;
        }

        /** Tells the ssh member; null tells that there is none. */
        public Draft ssh(@Nullable SshFacts ssh) {
            this.ssh = ssh;
            return this;
        }

        /** Tells the dhcp member; null tells that there is none. */
        public Draft dhcp(@Nullable DhcpFacts dhcp) {
            this.dhcp = dhcp;
            return this;
        }

        /** Tells the login member; null tells that there is none. */
        public Draft login(@Nullable LoginFacts login) {
            this.login = login;
            return this;
        }

        /** Tells the service member; null tells that there is none. */
        public Draft service(@Nullable ServiceFacts service) {
            this.service = service;
            return this;
        }

        /** Tells the errors member; null tells that there is none. */
        public Draft errors(@Nullable IcmpErrors errors) {
            this.errors = errors;
            return this;
        }

        /** The facts as told so far. */
        public Facts build() {
            return new Facts(tcp, icmp, link, http, tls, dns, nameConflict, quic, ssh, dhcp, login, service, errors);
        }
    }
}
