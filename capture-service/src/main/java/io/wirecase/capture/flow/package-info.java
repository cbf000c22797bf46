/**
 * From packets to flows: the flow table, timeouts, fragments, parsers and the memory they share, and the order flows
 * leave in. Pure, the clock is the packets'. The run, live and evidence rooms may import it; it imports the tcp, tally,
 * source, packet and application rooms and core.
 */
@NullMarked
package io.wirecase.capture.flow;

import org.jspecify.annotations.NullMarked;
