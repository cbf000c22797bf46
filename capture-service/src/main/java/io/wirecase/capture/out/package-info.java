/**
 * What goes to the bus: flows in blocks with the state that counts them, in one transaction. The app room wires it; it
 * imports the run room, platform.kafka and core.
 */
@NullMarked
package io.wirecase.capture.out;

import org.jspecify.annotations.NullMarked;
