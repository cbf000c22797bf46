/**
 * Tunnels that encrypt: IKE and ESP, OpenVPN, WireGuard; what they say before they do.
 * Only {@code capture.application} imports it; it imports {@code core.flow} and the rooms {@code stream},
 * {@code naming}, {@code dialog} and {@code datagram} beside it.
 */
@NullMarked
package io.wirecase.capture.application.vpn;

import org.jspecify.annotations.NullMarked;
