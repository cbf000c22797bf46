package io.wirecase.core.flow;

import org.jspecify.annotations.Nullable;

/**
 * What the parsers read in a flow; each null when it did not apply.
 *
 * @param tcp TCP headers
 * @param icmp ICMP headers
 * @param link link layer and ARP
 * @param http HTTP/1 exchanges
 * @param tls TLS hellos
 * @param dns DNS transactions
 * @param nameConflict the name asked for was answered with other addresses
 */
public record Facts(
        @Nullable TcpFacts tcp,
        @Nullable IcmpFacts icmp,
        @Nullable LinkFacts link,
        @Nullable HttpFacts http,
        @Nullable TlsFacts tls,
        @Nullable DnsFacts dns,
        @Nullable NameConflict nameConflict) {

    /** Nothing read. */
    public static final Facts NONE = new Facts(null, null, null, null, null, null);

    /** Facts of a flow whose name and addresses do not conflict, as far as was seen. */
    public Facts(
            @Nullable TcpFacts tcp,
            @Nullable IcmpFacts icmp,
            @Nullable LinkFacts link,
            @Nullable HttpFacts http,
            @Nullable TlsFacts tls,
            @Nullable DnsFacts dns) {
        this(tcp, icmp, link, http, tls, dns, null);
    }
}
