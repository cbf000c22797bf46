package io.wirecase.detection.spoof;

import io.wirecase.core.net.IpAddress;

/**
 * What one server offered in one flow.
 *
 * @param server who
 * @param terms a hash of what it offered apart from the address: for DHCP gateways and resolvers; 0 where none was read
 * @param firstNanos from when
 * @param lastNanos until when
 * @param packets packets it sent
 */
public record Offer(IpAddress server, long terms, long firstNanos, long lastNanos, long packets) {}
