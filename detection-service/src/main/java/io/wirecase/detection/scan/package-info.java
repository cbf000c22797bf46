/**
 * Scans: contacts folded per originator, judged by failures over distinct targets. Plain Java; engine, store and in may
 * import it.
 */
@NullMarked
package io.wirecase.detection.scan;

import org.jspecify.annotations.NullMarked;
