/**
 * Services that a network must be able to trust, offered by others or drowned: DHCP, routers, ARP. Plain Java; engine
 * and app may import it.
 */
@NullMarked
package io.wirecase.detection.spoof;

import org.jspecify.annotations.NullMarked;
