/**
 * Where packets come from: captures in pcap and pcapng over mapped memory, and the interface a live source implements.
 * Plain Java without decisions about traffic; the packet, flow, live and run rooms may import it, it imports the JDK
 * alone.
 */
@NullMarked
package io.wirecase.capture.source;

import org.jspecify.annotations.NullMarked;
