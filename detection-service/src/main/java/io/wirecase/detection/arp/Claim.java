package io.wirecase.detection.arp;

import io.wirecase.core.flow.ArpMessages;

/**
 * One end's claim to its address in one ARP exchange.
 *
 * @param mac the hardware address it claimed
 * @param firstNanos capture time of the exchange's start
 * @param lastNanos capture time of its end
 * @param messages what it sent
 */
record Claim(long mac, long firstNanos, long lastNanos, ArpMessages messages) {}
