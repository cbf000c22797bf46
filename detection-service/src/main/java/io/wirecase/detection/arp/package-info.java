/**
 * Addresses that several stations claim by ARP. Plain Java; engine may import it.
 */
@NullMarked
package io.wirecase.detection.arp;

import org.jspecify.annotations.NullMarked;
