package io.wirecase.detection.arp;

import io.wirecase.core.net.IpAddress;

/** What one flow says of an address of a link, or of a station there. */
sealed interface Word {

    /**
     * A station claimed an address, or was given it: kept with the address.
     *
     * @param address the address
     * @param claim the claim or the lease
     */
    record OfAddress(IpAddress address, Claim claim) implements Word {}

    /**
     * A DHCP server or a router's own advertisement names an address as a router's: kept with the address.
     *
     * @param address the address
     */
    record OfRouter(IpAddress address) implements Word {}

    /**
     * The same as the claim to an address, kept with the station.
     *
     * @param mac the hardware address it claimed
     * @param address the address
     */
    record OfStation(long mac, IpAddress address) implements Word {}

    /**
     * Frames for an address outside went to a station: it routes. Kept with the station.
     *
     * @param mac its hardware address
     */
    record OfCarrier(long mac) implements Word {}
}
