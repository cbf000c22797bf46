package io.wirecase.core.net;

import org.jspecify.annotations.Nullable;

/**
 * One end of a flow.
 *
 * @param address its address; for ARP the protocol address it claims
 * @param port its port 0 to 65535, or null where the transport has none or the packet did not show it
 */
public record Endpoint(IpAddress address, @Nullable Integer port) {

    @Override
    public String toString() {
        if (port == null) {
            return address.toString();
        }
        return (address.v4() ? address.toString() : "[" + address + "]") + ":" + port;
    }
}
