package io.wirecase.core.fact;

import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.MacAddress;
import io.wirecase.core.net.UntrustedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What DHCP messages said (RFC 2131, RFC 8415).
 *
 * @param version 4 or 6
 * @param messages message types in the order first seen, as numbers of their RFC, each once
 * @param clientMac the client's hardware address, or null
 * @param clientId the client's own identifier as hex (option 61, or the DUID), or null
 * @param hostName what the client calls itself, or null
 * @param vendorClass what the client says it is, or null
 * @param parameterList the options it asked for, in its order; tells systems apart
 * @param requested the address the client asked for, or null
 * @param assigned the address the server gave, or null
 * @param server the server's own address, or null
 * @param routers routers the server named
 * @param resolvers DNS servers the server named
 * @param leaseSeconds how long the address may be used, or null
 */
public record DhcpFacts(
        int version,
        List<Integer> messages,
        @Nullable MacAddress clientMac,
        @Nullable String clientId,
        @Nullable UntrustedText hostName,
        @Nullable UntrustedText vendorClass,
        List<Integer> parameterList,
        @Nullable IpAddress requested,
        @Nullable IpAddress assigned,
        @Nullable IpAddress server,
        List<IpAddress> routers,
        List<IpAddress> resolvers,
        @Nullable Long leaseSeconds) {

    /** Keeps its own copies of the lists. */
    public DhcpFacts {
        messages = List.copyOf(messages);
        parameterList = List.copyOf(parameterList);
        routers = List.copyOf(routers);
        resolvers = List.copyOf(resolvers);
    }
}
