/** Risks of SSH. Plain Java; only the catalog in engine may import it. */
@NullMarked
package io.wirecase.detection.risk.ssh;

import org.jspecify.annotations.NullMarked;
