/**
 * Builds real frames, byte for byte: Ethernet, ARP, IPv4, IPv6, TCP, UDP, ICMP and DNS, with right lengths and
 * checksums. Knows nothing of conversations or time. Any room of this module may import it.
 */
@NullMarked
package io.wirecase.scenarios.packet;

import org.jspecify.annotations.NullMarked;
