/** From one flow to its alert, and the one list of detectors. Plain Java; in and app may import it. */
@NullMarked
package io.wirecase.detection.engine;

import org.jspecify.annotations.NullMarked;
