/** Writes frames as capture files, pcap and pcapng. Knows nothing of what is inside a frame. */
@NullMarked
package io.wirecase.scenarios.capture;

import org.jspecify.annotations.NullMarked;
