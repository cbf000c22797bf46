/**
 * Looking up names over UDP: DNS and those that share its messages (multicast DNS, LLMNR, NetBIOS names, DNSCrypt).
 * Only {@code capture.application} imports it; it imports {@code core.flow} and the rooms {@code stream},
 * {@code naming}, {@code dns}, {@code dialog} and {@code datagram} beside it.
 */
@NullMarked
package io.wirecase.capture.application.lookup;

import org.jspecify.annotations.NullMarked;
