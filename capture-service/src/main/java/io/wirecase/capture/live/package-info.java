/**
 * Live sensors: the packets of an interface, and the endless capture they make. The app room wires it and the rest room
 * asks it; it imports the run, flow, source and store rooms, core and pcap4j, which needs libpcap. Nothing else in the
 * service touches pcap4j, so that files are read where there is no libpcap.
 */
@NullMarked
package io.wirecase.capture.live;

import org.jspecify.annotations.NullMarked;
