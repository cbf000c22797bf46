/**
 * One live interface: its packets, and the endless capture they make. The app room wires it; it imports the run, flow
 * and source rooms, core and, in {@link io.wirecase.capture.live.LiveInterface} alone, pcap4j, which needs libpcap.
 */
@NullMarked
package io.wirecase.capture.live;

import org.jspecify.annotations.NullMarked;
