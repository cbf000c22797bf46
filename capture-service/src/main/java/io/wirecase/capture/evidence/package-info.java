/**
 * The packets behind a claim: which packets of a capture were counted to flows, to a host or lie in a time span,
 * written as a capture that other tools open. Plain Java. The run, rest and app rooms may import it; it imports the
 * flow and source rooms and core.flow.
 */
@NullMarked
package io.wirecase.capture.evidence;

import org.jspecify.annotations.NullMarked;
