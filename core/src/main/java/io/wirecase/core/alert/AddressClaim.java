package io.wirecase.core.alert;

import io.wirecase.core.flow.MacAddress;

/**
 * A station that claimed the address a behaviour is about.
 *
 * @param mac the hardware address claimed for it
 * @param firstNanos capture time of its first claim
 * @param lastNanos capture time of its last claim
 * @param messages ARP messages it claimed it in
 * @param unsolicited those of them that answered nobody
 * @param gratuitous those of them that announced it
 */
public record AddressClaim(
        MacAddress mac, long firstNanos, long lastNanos, long messages, long unsolicited, long gratuitous) {}
