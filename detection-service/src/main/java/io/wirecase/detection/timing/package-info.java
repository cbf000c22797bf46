/**
 * When a host goes where: series of starts that keep a period, and connections that last. Plain Java. Engine and app
 * may import it.
 */
@NullMarked
package io.wirecase.detection.timing;

import org.jspecify.annotations.NullMarked;
