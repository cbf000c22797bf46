/**
 * Header decoding from the link layer to the transport: pure, allocation-light, total (no bytes make it throw). The
 * flow, tcp and tally rooms may import it; it imports the source room and core.flow.
 */
@NullMarked
package io.wirecase.capture.packet;

import org.jspecify.annotations.NullMarked;
