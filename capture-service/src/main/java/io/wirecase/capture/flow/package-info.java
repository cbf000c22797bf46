/**
 * From packets to flows: the flow table, timeouts, TCP state, stream order and the order flows leave in. Pure, the
 * clock is the packets'. The run and live rooms may import it; it imports the source, packet and application rooms and
 * core.
 */
@NullMarked
package io.wirecase.capture.flow;

import org.jspecify.annotations.NullMarked;
