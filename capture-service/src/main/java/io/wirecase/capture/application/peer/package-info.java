/**
 * Hosts that talk to hosts without a server between: BitTorrent's table, its transport and its trackers.
 * Only {@code capture.application} imports it; it imports {@code core.flow} and the rooms {@code stream},
 * {@code naming}, {@code dialog} and {@code datagram} beside it.
 */
@NullMarked
package io.wirecase.capture.application.peer;

import org.jspecify.annotations.NullMarked;
