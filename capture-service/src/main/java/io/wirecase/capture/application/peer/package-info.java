/**
 * Hosts that talk to hosts without a server between, and miners with their pool: BitTorrent's peers, table, transport
 * and trackers, and Stratum. Only {@code capture.application} imports it; it imports {@code core.flow} and the rooms
 * {@code stream}, {@code naming}, {@code dialog} and {@code datagram} beside it.
 */
@NullMarked
package io.wirecase.capture.application.peer;

import org.jspecify.annotations.NullMarked;
