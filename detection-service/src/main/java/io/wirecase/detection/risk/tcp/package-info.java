/** Risks of TCP connections. Plain Java; only the catalog in engine may import it. */
@NullMarked
package io.wirecase.detection.risk.tcp;

import org.jspecify.annotations.NullMarked;
