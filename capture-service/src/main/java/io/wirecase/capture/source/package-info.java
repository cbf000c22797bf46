/**
 * Where packets come from: captures in pcap and pcapng, as they are or compressed, read through a window of
 * fixed size, and the interface a live source implements.
 * Plain Java without decisions about traffic; the packet, flow, live and run rooms may import it, it imports the JDK
 * and, for zstd, its one library.
 */
@NullMarked
package io.wirecase.capture.source;

import org.jspecify.annotations.NullMarked;
