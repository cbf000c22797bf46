/**
 * The HTTP interface of captures: taking them in, telling how far they are, giving packets out, deleting them. The app
 * room wires what it calls; it imports the run, evidence and store rooms, platform.problem, core.flow and core.wire.
 */
@NullMarked
package io.wirecase.capture.rest;

import org.jspecify.annotations.NullMarked;
