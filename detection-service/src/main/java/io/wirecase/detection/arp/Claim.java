package io.wirecase.detection.arp;

import io.wirecase.core.flow.ArpMessages;

/**
 * One end's claim to its address in one ARP exchange.
 *
 * @param mac the hardware address it claimed
 * @param messages what it sent and when
 */
record Claim(long mac, ArpMessages messages) {}
