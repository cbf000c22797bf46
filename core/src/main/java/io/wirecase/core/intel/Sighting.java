package io.wirecase.core.intel;

import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import java.util.UUID;

/**
 * A fact about a host that was not known of it before. It is told once: again only after it was not seen for long, or
 * after its site was forgotten, and then under the same id.
 *
 * @param id computed from site, host, kind and value
 * @param site the address space
 * @param host the host
 * @param kind what kind of fact it is
 * @param value the fact
 * @param seenNanos capture time of the flow that showed it first to detection
 * @param capture that flow's capture
 * @param revision that capture's revision
 * @param flow that flow's id
 */
public record Sighting(
        UUID id,
        String site,
        IpAddress host,
        Kind kind,
        UntrustedText value,
        long seenNanos,
        UUID capture,
        int revision,
        UUID flow) {

    /** Kinds of facts. */
    public enum Kind {
        /** A name it asked for: a DNS question, a Host field, a server name of TLS. */
        ASKED_NAME,
        /** A name it was asked for, as Host field or server name of TLS, and answered. */
        SERVED_NAME,
        /** JA3 of a ClientHello it sent. */
        JA3,
        /** JA4 of a ClientHello it sent. */
        JA4,
        /** JA3S of a ServerHello it sent. */
        JA3S,
        /** HASSH of its SSH client. */
        HASSH,
        /** HASSH of its SSH server. */
        HASSH_SERVER,
        /** Its TCP stack by a SYN of an answered connection: first TTL, window, MSS, window scale, options. */
        SYN,
        /** A User-Agent it sent. */
        USER_AGENT,
        /** A Server field it sent. */
        SERVER,
        /** What its SSH client calls itself. */
        SSH_CLIENT,
        /** What its SSH server calls itself. */
        SSH_SERVER,
        /** What its client of another protocol calls itself, behind the protocol's name. */
        CLIENT_SOFTWARE,
        /** What its server of another protocol calls itself, behind the protocol's name. */
        SERVER_SOFTWARE,
        /** A service it answered as: transport, port and what was spoken. */
        SERVICE,
        /** The hardware address it claimed by ARP or DHCP. */
        MAC,
        /** What it calls itself to DHCP. */
        DHCP_NAME,
        /** What it says to DHCP that it is. */
        DHCP_VENDOR
    }
}
