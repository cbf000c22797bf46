/** Risks of host names, wherever they were said. Plain Java; only the catalog in engine may import it. */
@NullMarked
package io.wirecase.detection.risk.name;

import org.jspecify.annotations.NullMarked;
