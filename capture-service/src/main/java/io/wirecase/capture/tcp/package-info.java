/**
 * One TCP conversation (RFC 9293): the state of both sides as Zeek tells it, the handshake, what was sent again, came
 * late or never, and the payload of each side in order. Pure; told packet by packet, it keeps no payload but segments
 * that came early, within a {@link io.wirecase.capture.tcp.ByteBudget}. The flow room may import it; it imports the
 * packet room and core.flow.
 */
@NullMarked
package io.wirecase.capture.tcp;

import org.jspecify.annotations.NullMarked;
