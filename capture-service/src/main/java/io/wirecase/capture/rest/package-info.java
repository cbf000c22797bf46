/**
 * The HTTP interface of captures: taking them in, telling how far they are. The app room wires what it calls; it
 * imports the run room, platform.problem and core.wire.
 */
@NullMarked
package io.wirecase.capture.rest;

import org.jspecify.annotations.NullMarked;
