/**
 * What is counted and kept of the packets of one flow besides TCP's state: sums, minutes, messages, first payloads, and
 * the exchanges of ARP, ICMP and SCTP; one small class for each kind, made when the first packet of it comes. Pure and
 * of bounded size. The flow room may import it; it imports the packet room, the application rooms for what first
 * payloads are, and core.
 */
@NullMarked
package io.wirecase.capture.tally;

import org.jspecify.annotations.NullMarked;
