/** Risks of how a flow went, whatever it carries. Plain Java; only the catalog in engine may import it. */
@NullMarked
package io.wirecase.detection.risk.traffic;

import org.jspecify.annotations.NullMarked;
