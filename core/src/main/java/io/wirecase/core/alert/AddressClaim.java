package io.wirecase.core.alert;

import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.MacAddress;
import org.jspecify.annotations.Nullable;

/**
 * A station that claimed an address a behaviour is about.
 *
 * @param mac the hardware address claimed for it
 * @param firstNanos capture time of its first claim
 * @param lastNanos capture time of its last claim
 * @param messages ARP messages it claimed it in
 * @param unsolicited those of them that answered nobody
 * @param gratuitous those of them that announced it
 * @param address the address, where the behaviour is about several, or null where it is that of the alert's subject
 */
public record AddressClaim(
        MacAddress mac,
        long firstNanos,
        long lastNanos,
        long messages,
        long unsolicited,
        long gratuitous,
        @Nullable IpAddress address) {

    /** A claim to the address of the alert's subject. */
    public AddressClaim(
            MacAddress mac, long firstNanos, long lastNanos, long messages, long unsolicited, long gratuitous) {
        this(mac, firstNanos, lastNanos, messages, unsolicited, gratuitous, null);
    }
}
