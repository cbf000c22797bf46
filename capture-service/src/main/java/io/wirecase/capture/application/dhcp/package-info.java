/**
 * DHCP for IPv4 and IPv6: who asks for an address, who gives one, and what else the server says.
 * Only {@code capture.application} imports it; it imports {@code core.flow} and the rooms {@code stream},
 * {@code naming}, {@code dialog} and {@code datagram} beside it.
 */
@NullMarked
package io.wirecase.capture.application.dhcp;

import org.jspecify.annotations.NullMarked;
