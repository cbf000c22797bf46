/**
 * What comes from the bus: the states of captures, our own of before a crash included. The app room wires it; it
 * imports the run room, platform.kafka and core.wire.
 */
@NullMarked
package io.wirecase.capture.in;

import org.jspecify.annotations.NullMarked;
