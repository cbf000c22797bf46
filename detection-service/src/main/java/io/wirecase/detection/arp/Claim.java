package io.wirecase.detection.arp;

import io.wirecase.core.fact.ArpMessages;

/**
 * One end's claim to its address in one ARP exchange or one of neighbour discovery, or that a DHCP server gave it one.
 *
 * @param mac the hardware address it claimed
 * @param messages what it sent and when; of a lease none
 * @param lease whether it is a lease
 */
record Claim(long mac, ArpMessages messages, boolean lease) {

    /** A claim by messages. */
    Claim(long mac, ArpMessages messages) {
        this(mac, messages, false);
    }

    /** That an address was given to a station. */
    static Claim lease(long mac, long nanos) {
        return new Claim(mac, new ArpMessages(nanos, nanos, 0, 0, 0, 0, 0), true);
    }
}
