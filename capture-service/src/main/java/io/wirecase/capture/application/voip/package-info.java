/**
 * Calls: SIP and the media it agrees on, RTP and RTCP, STUN and TURN.
 * Only {@code capture.application} imports it; it imports {@code core.flow} and the rooms {@code stream},
 * {@code naming}, {@code dialog} and {@code datagram} beside it.
 */
@NullMarked
package io.wirecase.capture.application.voip;

import org.jspecify.annotations.NullMarked;
